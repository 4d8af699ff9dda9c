import type { Plugin, Rollup } from 'vite';

type Bundle = Record<string, Rollup.OutputChunk | Rollup.OutputAsset>;

function chunkOf(bundle: Bundle, source: string): Rollup.OutputChunk | undefined {
  return Object.values(bundle).find(
    (file): file is Rollup.OutputChunk =>
      file.type === 'chunk' && file.facadeModuleId?.endsWith(source) === true,
  );
}

function withImports(bundle: Bundle, name: string, into = new Set<string>()): Set<string> {
  const file = bundle[name];
  if (into.has(name) || file?.type !== 'chunk') return into;
  into.add(name);
  for (const imported of file.imports) withImports(bundle, imported, into);
  return into;
}

/**
 * Tells public/start.js which files to fetch beside the entry: the frame for whoever is signed in and the words of each language.
 * Without it they would only be asked for once the entry has run, a round trip later.
 */
export function preloadMap(locales: readonly string[]): Plugin {
  return {
    name: 'officina:preload-map',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk: entry }) {
        const known = entry ? withImports(bundle, entry.fileName) : new Set<string>();
        const filesOf = (source: string) => {
          const chunk = chunkOf(bundle, source);
          const files = chunk ? [...withImports(bundle, chunk.fileName)] : [];
          return files.filter((file) => !known.has(file)).map((file) => `/${file}`);
        };
        const words = Object.fromEntries(
          locales.map((locale) => [locale, filesOf(`/locales/${locale}/app.po`)]),
        );
        const content = JSON.stringify({ app: filesOf('/shell/app-frame.tsx'), words });
        return [{ tag: 'meta', attrs: { name: 'officina-preload', content }, injectTo: 'head-prepend' }];
      },
    },
  };
}
