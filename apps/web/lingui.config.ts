import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

// The kitchen sink is for developers and speaks English alone.
const domains = readdirSync(join(import.meta.dirname, 'src/features')).filter(
  (name) => name !== 'kitchen-sink',
);

// What the first load can do without: lists, records, and the windows that a key opens with all they can run.
const grammar = [
  'src/shell/list/**',
  'src/shell/board/**',
  'src/shell/detail/**',
  'src/shell/document-state.tsx',
  'src/shell/live/**',
  'src/shell/palette*.tsx',
  'src/shell/key-help.tsx',
  'src/shell/account-menu-popup.tsx',
  'src/shell/demo-banner.tsx',
  'src/shell/use-display-choices.ts',
  'src/features/*/commands.ts',
];

// Loaded by lib/failure-text.ts, without which no form is shown and no failure said.
const form = [
  'src/lib/form/**',
  'src/lib/field-messages.ts',
  'src/lib/failure-text.ts',
  'src/ui/error-card-body.tsx',
];

// One catalogue for the frame, one for the grammar and one per domain: words travel with the pages that need them.
export default {
  sourceLocale: 'en',
  locales: ['en', 'fr', 'he'],
  fallbackLocales: { default: 'en' },
  format: formatter({ lineNumbers: false, origins: false }),
  catalogs: [
    {
      path: 'src/locales/{locale}/app',
      include: ['src/shell', 'src/ui', 'src/lib', 'src/features/*/module.ts'],
      exclude: [
        'src/shell/document/**',
        'src/shell/office/**',
        'src/shell/portal/**',
        'src/shell/talent/**',
        'src/shell/academy/**',
        ...grammar,
        ...form,
      ],
    },
    // The rail's words of the parts that not every firm uses.
    { path: 'src/locales/{locale}/rails', include: ['src/features/*/rail.ts'] },
    { path: 'src/locales/{locale}/grammar', include: grammar },
    { path: 'src/locales/{locale}/form', include: form },
    { path: 'src/locales/{locale}/first-steps', include: ['src/features/home/first-steps.tsx'] },
    // The editor of quotes and invoices is of the shell, but only their pages need its words.
    { path: 'src/locales/{locale}/document', include: ['src/shell/document'] },
    // So are the words of the advisory office, which several of its domains speak.
    { path: 'src/locales/{locale}/office-words', include: ['src/shell/office'] },
    // And those of the consultancy's portal.
    { path: 'src/locales/{locale}/portal-words', include: ['src/shell/portal'] },
    { path: 'src/locales/{locale}/talent-words', include: ['src/shell/talent'] },
    { path: 'src/locales/{locale}/academy-words', include: ['src/shell/academy'] },
    ...domains.map((domain) => ({
      path: `src/locales/{locale}/${domain}`,
      include: [`src/features/${domain}`],
      exclude: ['**/module.ts', '**/rail.ts', '**/commands.ts', '**/first-steps.tsx'],
    })),
  ],
} satisfies LinguiConfig;
