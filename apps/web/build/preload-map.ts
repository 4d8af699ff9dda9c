import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The page behind each address, read from the routes of every domain: `path: '/x'` and the import that follows it. */
function pagesOf(features: string): [path: string, source: string, domain: string][] {
  return readdirSync(features).flatMap((domain) => {
    let text = '';
    try {
      text = readFileSync(join(features, domain, 'routes.tsx'), 'utf8');
    } catch {
      return [];
    }
    const found = text.matchAll(/path: '([^']+)'[\s\S]*?import\('\.\/([^']+)'\)/g);
    return [...found].map(
      (match) => [match[1] ?? '', `/features/${domain}/${match[2]}`, domain] as [string, string, string],
    );
  });
}

/**
 * Tells public/start.js which files to fetch beside the entry: the frame for whoever is signed in (and its bar for a phone), the page behind the address,
 * and their words in each language. Without it each would only be asked for when the one before it has run, a round trip later.
 */
export function preloadMap(locales: readonly string[]): Plugin {
  let features = '';
  return {
    name: 'officina:preload-map',
    apply: 'build',
    configResolved(config) {
      features = join(config.root, 'src/features');
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk: entry }) {
        const known = entry ? withImports(bundle, entry.fileName) : new Set<string>();
        const names: string[] = [];
        // Files are named once and pointed at by number: pages share most of theirs.
        const filesOf = (source: string) => {
          const chunk = chunkOf(bundle, source);
          const files = chunk
            ? [...withImports(bundle, chunk.fileName)].filter((file) => !known.has(file))
            : [];
          return files.map((file) => {
            const name = file.replace('assets/', '');
            return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
          });
        };
        const pages = Object.fromEntries(
          pagesOf(features).map(([path, source, domain]) => [path, { domain, files: filesOf(source) }]),
        );
        const domains = ['app', 'grammar', ...new Set(Object.values(pages).map((page) => page.domain))];
        const words = Object.fromEntries(
          locales.map((locale) => [
            locale,
            Object.fromEntries(domains.map((domain) => [domain, filesOf(`/locales/${locale}/${domain}.po`)])),
          ]),
        );
        const content = JSON.stringify({
          app: filesOf('/shell/app-frame.tsx'),
          phone: filesOf('/shell/bottom-bar.tsx'),
          pages,
          words,
          names,
        });
        return [{ tag: 'meta', attrs: { name: 'officina-preload', content }, injectTo: 'head-prepend' }];
      },
    },
  };
}
