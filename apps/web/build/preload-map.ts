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

interface Page {
  path: string;
  source: string;
  /** The part of the app that its route comes with. */
  part: string | undefined;
  /** Catalogues that it waits for. */
  words: string[];
  /** Shown to whoever has not signed in, too. */
  open: boolean;
}

const LAZY = /lazy(Plain)?Page\(\s*(\[[^\]]*\]|'[^']*'|\w+),\s*\(\) =>\s*import\('\.\/([^']+)'\)/;

const partSource = (part: string) => `/features/${part}/part.ts`;

/** The domains whose routes are fetched with a part of the app, by what its part.ts gathers. */
function partsOf(features: string): Map<string, string> {
  const parts = readdirSync(features).filter((domain) =>
    readdirSync(join(features, domain)).includes('part.ts'),
  );
  return new Map(
    parts.flatMap((part) => {
      const text = readFileSync(join(features, part, 'part.ts'), 'utf8');
      const gathered = [...text.matchAll(/from '\.\.?\/(?:([\w-]+)\/)?routes\.tsx'/g)];
      return gathered.map(([, domain = part]) => [domain, part] as const);
    }),
  );
}

/** The page behind each address, read from the routes of every domain (shell/lazy-page.ts). */
function pagesOf(features: string): Page[] {
  const partOf = partsOf(features);
  return readdirSync(features).flatMap((domain) => {
    let text = '';
    try {
      text = readFileSync(join(features, domain, 'routes.tsx'), 'utf8');
    } catch {
      return [];
    }
    const listNamed = (name: string) =>
      new RegExp(`const ${name} = (\\[[^\\]]*\\]|'[^']*')`).exec(text)?.[1] ?? '';
    const parents = new Map<string, { path: string; open: boolean }>([
      ['rootRoute', { path: '', open: true }],
    ]);
    const parts = text.split('createRoute({');
    return parts.slice(1).flatMap((part, before) => {
      const parent = /getParentRoute: \(\) => (\w+)/.exec(part)?.[1] ?? '';
      const own = /path: '([^']+)'/.exec(part)?.[1] ?? '';
      const { path: above, open } = parents.get(parent) ?? { path: '', open: false };
      const path = `${above}${own}`;
      const name = /const (\w+) = $/.exec(parts[before] ?? '')?.[1];
      if (name) parents.set(name, { path, open });
      const [, plain, wanted = '', file] = LAZY.exec(part) ?? [];
      if (!file) return [];
      const words = (/^\w+$/.test(wanted) ? listNamed(wanted) : wanted).match(/[\w-]+/g) ?? [];
      return {
        path,
        source: `/features/${domain}/${file}`,
        part: partOf.get(domain),
        words: plain ? words : ['grammar', ...words],
        open,
      };
    });
  });
}

/**
 * Tells public/start.js which files to fetch beside the entry: the frame for whoever is signed in (and its bar for a phone), the
 * page behind the address, and their words in each language. Without it each would only be asked for when the one before it has run, a round trip later.
 */
export function preloadMap(locales: readonly string[]): Plugin {
  let root = '';
  return {
    name: 'officina:preload-map',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    // Nothing imports them: lib/i18n.ts takes their names from the map.
    buildStart() {
      for (const locale of locales) {
        const folder = join(root, 'src/locales', locale);
        for (const file of readdirSync(folder)) {
          this.emitFile({ type: 'chunk', id: join(folder, file), preserveSignature: 'strict' });
        }
      }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk: entry }) {
        const known = entry ? withImports(bundle, entry.fileName) : new Set<string>();
        const names: string[] = [];
        // Files are named once and pointed at by number: pages share most of theirs.
        const numberOf = (file: string) => {
          const name = file.replace('assets/', '');
          return names.includes(name) ? names.indexOf(name) : names.push(name) - 1;
        };
        const filesOf = (source: string) => {
          const chunk = chunkOf(bundle, source);
          const files = chunk ? [...withImports(bundle, chunk.fileName)] : [];
          return files.filter((file) => !known.has(file)).map(numberOf);
        };
        const features = join(root, 'src/features');
        const pages = Object.fromEntries(
          pagesOf(features).map(({ path, source, part, words, open }) => [
            path,
            {
              files: [...filesOf(source), ...(part ? filesOf(partSource(part)) : [])],
              words,
              ...(open && { open }),
            },
          ]),
        );
        const words: Record<string, Record<string, number>> = {};
        for (const file of Object.values(bundle)) {
          const [, locale, domain] =
            (file.type === 'chunk' && /\/locales\/(\w+)\/([\w-]+)\.po$/.exec(file.facadeModuleId ?? '')) ||
            [];
          if (locale && domain) words[locale] = { ...words[locale], [domain]: numberOf(file.fileName) };
        }
        const content = JSON.stringify({
          app: filesOf('/shell/app-frame.tsx'),
          phone: filesOf('/shell/bottom-bar.tsx'),
          parts: Object.fromEntries(
            [...new Set(partsOf(features).values())].map((part) => [part, filesOf(partSource(part))]),
          ),
          pages,
          words,
          names,
        });
        return [{ tag: 'meta', attrs: { name: 'officina-preload', content }, injectTo: 'head-prepend' }];
      },
    },
  };
}
