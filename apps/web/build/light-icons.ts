import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Draws lucide's icons by src/ui/create-icon.ts and takes out of their data what only the library's own drawing needs. */
export function lightIcons(): Plugin {
  return {
    name: 'officina:light-icons',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /createLucideIcon\.mjs$/ },
      handler: () => join(import.meta.dirname, '../src/ui/create-icon.ts'),
    },
    transform: {
      filter: { id: /lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/ },
      handler: (code) =>
        code
          .replace(/,\s*key: "\w+"/g, '')
          .replace(/\n\s*size: 24,/, '')
          .replace(/,\s*aliases: \[[^\]]*\]/, ''),
    },
  };
}
