import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PRELOAD_FILE, type PreloadMap } from '@officina/contracts/preload-map';
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

/** What whoever is signed in sees on every page, though the frame itself can be drawn without. */
const FRAME = ['app-frame.tsx', 'bell-button.tsx'];
/** What a page shows at once although it imports it lazily. */
const AT_FIRST_SIGHT: Record<string, { sources: string[]; words: string[] }> = {
  '/features/home/home-page.tsx': {
    sources: ['/features/home/home-panels.tsx', '/features/home/first-steps.tsx'],
    words: ['first-steps'],
  },
};

const START = '<script src="/start.js"></script>';
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
      // Written in its place, or once for several addresses.
      const component = /component: (\w+),/.exec(part)?.[1];
      const shared = component ? text.slice(text.indexOf(`const ${component} = `)) : '';
      const [, plain, wanted = '', file] = LAZY.exec(part) ?? LAZY.exec(shared) ?? [];
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

/** The catalogue files of each language by domain, as addresses. */
function wordsOf(bundle: Bundle): Record<string, Record<string, string>> {
  const words: Record<string, Record<string, string>> = {};
  for (const file of Object.values(bundle)) {
    const [, locale, domain] =
      (file.type === 'chunk' && /\/locales\/(\w+)\/([\w-]+)\.po$/.exec(file.facadeModuleId ?? '')) || [];
    if (locale && domain) words[locale] = { ...words[locale], [domain]: `/${file.fileName}` };
  }
  return words;
}

/**
 * The first paint waits for the styles alone: they are asked for before the page's own data is there, and behind the script
 * that the page is read no further without, which in their place before it would wait for them.
 */
function stylesFirst(html: string): string {
  const [styles = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
  return html.replace(styles, '').replace(START, `${START}\n    ${styles}`);
}

/**
 * Writes beside the built app which files each address needs (the server's http/preloads.ts puts them into the page): the
 * frame for whoever is signed in (and its bar for a phone), the page behind the address, and their words in each language.
 * Without it each would only be asked for when the one before it has run, a round trip later.
 */
export function preloadMap(locales: readonly string[]): Plugin {
  let root = '';
  return {
    name: 'officina:preload-map',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    // Nothing imports them: lib/i18n.ts takes their names from the page.
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
      handler(html, { bundle = {} }) {
        const content = JSON.stringify(wordsOf(bundle));
        return {
          html: stylesFirst(html),
          tags: [{ tag: 'meta', attrs: { name: 'officina-words', content }, injectTo: 'head' }],
        };
      },
    },
    generateBundle(_options, bundle) {
      const filesOf = (...sources: string[]) => {
        const files = new Set<string>();
        for (const source of sources) {
          const chunk = chunkOf(bundle, source);
          if (chunk) withImports(bundle, chunk.fileName, files);
        }
        return [...files].map((file) => `/${file}`);
      };
      const features = join(root, 'src/features');
      const map: PreloadMap = {
        entry: filesOf('/index.html'),
        app: filesOf(...FRAME.map((name) => `/shell/${name}`)),
        phone: filesOf('/shell/bottom-bar.tsx'),
        parts: Object.fromEntries(
          [...new Set(partsOf(features).values())].map((part) => [part, filesOf(partSource(part))]),
        ),
        pages: pagesOf(features).map(({ path, source, part, words, open }) => ({
          path,
          open,
          words,
          files: filesOf(source, ...(part ? [partSource(part)] : [])),
          soon: {
            files: filesOf(...(AT_FIRST_SIGHT[source]?.sources ?? [])),
            words: AT_FIRST_SIGHT[source]?.words ?? [],
          },
        })),
        words: wordsOf(bundle),
      };
      this.emitFile({ type: 'asset', fileName: PRELOAD_FILE, source: JSON.stringify(map) });
    },
  };
}
