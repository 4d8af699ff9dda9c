import type { Plugin } from 'vite';

/** Pages that come with a picture: those that the server knows the first answers of (trpc/first-answers.ts). */
const PAGES = 'home|contacts|vehicles|quotes|invoices|board|today|queue|clients|binders|charges';
/** What they and the frame around them show at once although they import it lazily. */
const AT_ONCE =
  'app-frame|bell-button|bottom-bar|demo-banner|tooltip-layer|nav-progress|home-panels|first-steps';
const SEEN = new RegExp(`/((${PAGES})-page|${AT_ONCE})\\.tsx$`);
const UNSEEN = '\0officina:unseen';

/**
 * Leaves out of the painter what nobody sees before they press something: forms, dialogs, pages without a picture. It is
 * never asked for there, and without it the painter is made in half the time and a third of the size.
 */
export function firstSight(): Plugin {
  return {
    name: 'officina:first-sight',
    resolveDynamicImport(specifier) {
      if (typeof specifier !== 'string' || !/\.tsx?$/.test(specifier)) return null;
      return specifier.endsWith('/part.ts') || SEEN.test(specifier) ? null : UNSEEN;
    },
    load: (id) => (id === UNSEEN ? 'export {};' : null),
  };
}
