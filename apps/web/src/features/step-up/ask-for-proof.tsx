import { DirectionProvider } from '@base-ui/react/direction-provider';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { createRoot } from 'react-dom/client';
import { loadDomainMessages } from '../../lib/i18n.ts';
import { api } from '../../trpc.ts';
import { ProofDialog } from './proof-dialog.tsx';

let asking: Promise<boolean> | null = null;

async function ask(): Promise<boolean> {
  const [ways] = await Promise.all([
    api.identity.waysToProve.query({}),
    loadDomainMessages('step-up'),
    loadDomainMessages('form'),
  ]);
  // A tree of its own: what asks may be a window over a page, or no part of a page at all.
  const root = createRoot(document.createElement('div'));
  const proved = await new Promise<boolean>((resolve) =>
    root.render(
      <I18nProvider i18n={i18n}>
        <DirectionProvider direction={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'}>
          <ProofDialog ways={ways} done={resolve} />
        </DirectionProvider>
      </I18nProvider>,
    ),
  );
  root.unmount();
  return proved;
}

/** Asks whoever is signed in to prove that it is them; once, however many things wait for it. False when they would not. */
export function askForProof(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}
