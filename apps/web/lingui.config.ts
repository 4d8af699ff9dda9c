import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

// The kitchen sink is for developers and speaks English alone.
const domains = readdirSync(join(import.meta.dirname, 'src/features')).filter(
  (name) => name !== 'kitchen-sink',
);

// One catalogue for the grammar and one per domain: a domain's words travel with its pages, not with the first load.
export default {
  sourceLocale: 'en',
  locales: ['en', 'fr', 'he'],
  fallbackLocales: { default: 'en' },
  format: formatter({ lineNumbers: false, origins: false }),
  catalogs: [
    {
      path: 'src/locales/{locale}/app',
      include: ['src/shell', 'src/ui', 'src/lib', 'src/features/*/module.ts', 'src/features/*/commands.ts'],
      exclude: ['src/shell/document/**'],
    },
    // The editor of quotes and invoices is of the shell, but only their pages need its words.
    { path: 'src/locales/{locale}/document', include: ['src/shell/document'] },
    ...domains.map((domain) => ({
      path: `src/locales/{locale}/${domain}`,
      include: [`src/features/${domain}`],
      exclude: ['**/module.ts', '**/commands.ts'],
    })),
  ],
} satisfies LinguiConfig;
