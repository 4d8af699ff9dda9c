import { stored, useStored } from '../../lib/stored.ts';

export interface Choice {
  slug: string;
  note: string;
}

export const MOST = 3;
const kept = stored<Choice[]>('officina.shortlist', []);

/** What the visitor means to compare, in their order, kept in this browser. */
export function useShortlist() {
  const choices = useStored(kept);
  const move = (slug: string, step: 1 | -1) => {
    const from = choices.findIndex((choice) => choice.slug === slug);
    const to = from + step;
    const [one, other] = [choices[from], choices[to]];
    if (!one || !other) return;
    kept.set(choices.map((choice, index) => (index === from ? other : index === to ? one : choice)));
  };
  return {
    choices,
    full: choices.length >= MOST,
    has: (slug: string) => choices.some((choice) => choice.slug === slug),
    add: (slug: string) => choices.length < MOST && kept.set([...choices, { slug, note: '' }]),
    remove: (slug: string) => kept.set(choices.filter((choice) => choice.slug !== slug)),
    note: (slug: string, note: string) =>
      kept.set(choices.map((choice) => (choice.slug === slug ? { slug, note } : choice))),
    move,
  };
}
