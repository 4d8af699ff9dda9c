import { createElement, type ReactNode, Suspense, useState } from 'react';

/**
 * A dialog as a question with an answer, for what a bulk action needs to know first: `ask` opens it and waits, `false` is "no".
 * Put `dialog` into the page; what `render` shows may be lazy.
 */
export function useQuestion<A>(render: (answer: (given: A | false) => void) => ReactNode) {
  const [asked, setAsked] = useState<((given: A | false) => void) | null>(null);
  const ask = () => new Promise<A | false>((resolve) => setAsked(() => resolve));
  const answer = (given: A | false) => {
    asked?.(given);
    setAsked(null);
  };
  return { ask, dialog: asked && createElement(Suspense, null, render(answer)) };
}
