import type { Plugin } from 'vite';

/**
 * Leaves `import()` as it is: what Vite wraps around it fetches the styles and files of a page first, but here all styles
 * are one file and the page names the files.
 */
export function plainImports(): Plugin {
  return {
    name: 'officina:plain-imports',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /vite\/preload-helper/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
