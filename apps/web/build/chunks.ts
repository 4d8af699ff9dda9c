import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const features = join(import.meta.dirname, '../src/features');
const shell = join(import.meta.dirname, '../src/shell');

const lucide = readFileSync(
  join(import.meta.dirname, '../node_modules/lucide-react/dist/esm/lucide-react.mjs'),
  'utf8',
);

/** The file behind an icon's name; several names may share one. */
function iconFile(name: string): string | undefined {
  return new RegExp(`as ${name}\\b[^;]*from '\\./icons/([\\w-]+)\\.mjs'`).exec(lucide)?.[1];
}

function iconsIn(file: string): string[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  const named = /import \{([^}]+)\} from 'lucide-react'/.exec(text)?.[1] ?? '';
  const names = named.split(',').map((name) => name.replace(/ as .*|^\s*type /g, '').trim());
  return names.flatMap((name) => (name && iconFile(name)) || []);
}

// Of the forms before sign-in, and those that everybody meets.
const BASE_ICONS = 'check|chevron-down|chevron-right';
const ENTRY_ICONS =
  'circle-alert|circle-exclamation-point|eye|eye-off|languages|triangle-alert|triangle-exclamation-point';
// Besides those that the frame's own files name.
const FRAME_ICONS = ['arrow-down-right', 'arrow-up-right', 'bell'];
// Of the first steps, which must not bring the grammar of lists along.
const CRUMB_ICONS = 'arrow-right|x';
const FRAME_FILES = 'app-frame|bell|rail|bars|account-menu|user-menu|overlays|modules|data-provider|page';

/** Icons of the frame, the rail's modules and the start page. */
function firstIcons(): string[] {
  const home = ['home-page.tsx', 'home-tiles.tsx'].map((file) => join(features, 'home', file));
  const modules = readdirSync(features).map((domain) => join(features, domain, 'module.ts'));
  const frame = FRAME_FILES.split('|').map((name) => join(shell, `${name}.tsx`));
  return [...new Set([...FRAME_ICONS, ...[...home, ...modules, ...frame].flatMap(iconsIn)])];
}

/** Source files without their extension, by folder: `ui: 'button|kbd'`. */
const ours = (folders: Record<string, string>) =>
  `/src/(${Object.entries(folders)
    .map(([folder, names]) => (folder ? `${folder}/(${names})` : names))
    .join('|')})\\.`;
const vendor = (names: string) => `node_modules/(${names})/`;
const icons = (names: string) => `lucide-react/dist/esm/icons/(${names})\\.`;
const any = (...parts: string[]) => new RegExp(parts.join('|'));

/** The rail of each part of the app that is fetched only where it is used. */
const RAILS = readdirSync(features)
  .filter((domain) => readdirSync(join(features, domain)).includes('rail.ts'))
  .map((domain) => ({ domain, icons: iconsIn(join(features, domain, 'rail.ts')) }));

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));

/** The domains whose pages every firm may meet; the others are of parts that are fetched where they are used. */
const EVERYBODYS = [
  ...readFileSync(join(features, '../router.tsx'), 'utf8').matchAll(/from '\.\/features\/([\w-]+)\/routes/g),
].map(([, domain = '']) => domain);
const everybodysPages = EVERYBODYS.flatMap((domain) => sourcesIn(join(features, domain)));

/** Icons of what everybody may meet, apart from those of the parts. */
const commonIcons = (): string[] => [
  ...new Set([...everybodysPages, ...sourcesIn(shell), ...sourcesIn(join(shell, '../ui'))].flatMap(iconsIn)),
];

/** Icons that more than one list shows: with the list grammar, not with all the others of the app. */
function listIcons(): string[] {
  const list = join(shell, 'list');
  const files = readdirSync(list).map((file) => join(list, file));
  files.push(join(shell, '../ui/checkbox.tsx'));
  const lists = everybodysPages.filter((file) =>
    /\/list\/(list-page|bulk)\.ts/.test(readFileSync(file, 'utf8')),
  );
  // Those of a rail come with it: it must not bring the grammar of lists along.
  const others = new Set(RAILS.flatMap((rail) => rail.icons));
  return [...new Set([...files, ...lists].flatMap(iconsIn))].filter((icon) => !others.has(icon));
}

/**
 * Which modules travel together. Left alone, the bundler makes a file of every crumb that two pages share, and each costs
 * a request and compresses worse. `base` is what every page needs, `frame` what whoever is signed in needs.
 */
export const CHUNKS = [
  {
    name: 'base',
    test: any(
      vendor('react|react-dom|scheduler|clsx|use-sync-external-store|@lingui'),
      vendor('@tanstack/(router-core|history|store|react-store)'),
      '@tanstack/react-router/dist/esm/(?!useBlocker)',
      'base-ui/react/(internals/direction-context|direction-provider/)',
      'vite/preload-helper',
      'rolldown/runtime',
      '/contracts/src/modules\\.',
      icons(BASE_ICONS),
      ours({
        ui: 'button|icon-button|kbd|avatar|tone|skeleton|create-icon|confirm|error-card',
        lib: 'api-error|errors|i18n|extra|preferences|safe-next|session|stored|use-store',
        shell:
          'mark|document-title|route-pages|root-routes|lazy-page|list/search|detail/tab-search|only|part',
      }),
    ),
  },
  {
    name: 'frame',
    test: any(
      '@tanstack/query-core/build/modern/(?!queriesObserver|streamedQuery|hydration|infiniteQueryObserver|mutationObserver)',
      '@tanstack/react-query/build/modern/(QueryClientProvider|useBaseQuery|useQuery|queryOptions|infiniteQueryOptions|errorBoundaryUtils|QueryErrorResetBoundary|suspense|IsRestoringProvider)\\.',
      '@trpc/(client|server|tanstack-react-query)/dist/(?!.*\\?live|wsLink|resolveResponse)',
      icons(firstIcons().join('|')),
      ours({
        '': 'trpc',
        shell: `${FRAME_FILES}|live/own-requests`,
        lib: 'keys|requests|first-answers|use-media|format',
        ui: 'lazy-popup|breadcrumb|link-button',
        'features/[^/]+': 'module',
      }),
    ),
  },
  { name: 'home', test: any(ours({ 'features/home': 'home-page|home-tiles|steps-place' })) },
  {
    name: 'crumbs',
    test: any(
      icons(CRUMB_ICONS),
      ours({
        ui: 'badge|empty-state|menu|popover|progress',
        shell: 'list/trail|commands',
        lib: 'use-act|record-changes',
      }),
    ),
  },
  {
    name: 'list',
    test: any(
      icons(listIcons().join('|')),
      '@tanstack/react-query/build/modern/useInfiniteQuery\\.',
      '@tanstack/query-core/build/modern/infiniteQueryObserver',
      vendor('@tanstack/(react-virtual|virtual-core)'),
      ours({
        'shell/list': '(?!search|trail|filter-form|cell-editor|bulk-progress)[a-z-]+',
        ui: 'checkbox',
        lib: 'download',
      }),
    ),
  },
  {
    name: 'controls',
    test: any(
      ours({
        ui: 'textarea|switch|radio-group|date-input|number-inputs|typed-input',
        lib: 'parse-number|parse-date',
      }),
    ),
  },
  {
    name: 'form',
    test: any(
      vendor('react-hook-form'),
      '/src/lib/form/(?!conflict-notice|record-field|form-dialog|password-field|fields\\.)',
      ours({ lib: 'field-messages' }),
    ),
  },
  { name: 'tabs', test: any('/contracts/src/csv\\.', ours({ ui: 'tabs', lib: 'optimistic' })) },
  {
    name: 'entry',
    test: any(icons(ENTRY_ICONS), ours({ ui: 'input|field|notice|password-input|select', lib: 'auth' })),
  },
  ...RAILS.map((rail) => ({
    name: `${rail.domain}-rail`,
    test: any(ours({ [`features/${rail.domain}`]: 'rail' }), icons(rail.icons.join('|'))),
  })),
  { name: 'icons', test: any(icons(commonIcons().join('|'))) },
  { name: 'part-icons', test: any('lucide-react/dist/esm/icons/') },
  { name: 'detail', test: any('/src/shell/detail/(?!tab-search)') },
];
