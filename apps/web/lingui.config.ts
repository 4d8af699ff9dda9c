import type { LinguiConfig } from '@lingui/conf';
import { formatter } from '@lingui/format-po';

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
    },
    {
      path: 'src/locales/{locale}/{name}',
      include: ['src/features/{name}'],
      exclude: ['**/module.ts', '**/commands.ts', 'src/features/kitchen-sink/**'],
    },
  ],
} satisfies LinguiConfig;
