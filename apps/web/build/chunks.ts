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

const BASE_ICONS =
  'arrow-right|check|chevron-down|circle-alert|circle-exclamation-point|eye|eye-off|languages|triangle-alert|triangle-exclamation-point';
// Besides those that the frame's own files name.
const FRAME_ICONS = ['chevron-right', 'arrow-down-right', 'arrow-up-right', 'plus'];
const FRAME_FILES =
  'app-frame|bell|rail|bottom-bar|bars|user-menu|overlays|modules|commands|data-provider|use-display-choices|page';

/** Icons of the frame, the rail's modules and the start page. */
function firstIcons(): string[] {
  const home = readdirSync(join(features, 'home')).map((file) => join(features, 'home', file));
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

/**
 * Which modules travel together. Left alone, the bundler makes a file of every crumb that two pages share, and each costs
 * a request and compresses worse. `base` is what every page needs, `frame` what whoever is signed in needs.
 */
export const CHUNKS = [
  {
    name: 'base',
    test: any(
      vendor('react|react-dom|scheduler|clsx|use-sync-external-store|@lingui'),
      vendor('@tanstack/(react-router|router-core|history|store|react-store)'),
      'lucide-react/dist/esm/(?!icons)',
      'vite/preload-helper',
      icons(BASE_ICONS),
      ours({
        ui: 'button|icon-button|kbd|avatar|badge|skeleton',
        lib: 'api-error|auth|errors|stored|toast',
        shell: 'mark|document-title',
      }),
    ),
  },
  {
    name: 'frame',
    test: any(
      '@tanstack/query-core/build/modern/(?!queriesObserver|streamedQuery|hydration|infiniteQuery|mutationObserver)',
      '@tanstack/react-query/build/modern/(QueryClientProvider|useBaseQuery|useQuery|errorBoundaryUtils|QueryErrorResetBoundary|suspense|IsRestoringProvider)\\.',
      vendor('@trpc/(client|server|tanstack-react-query)'),
      icons(firstIcons().join('|')),
      ours({
        '': 'trpc',
        shell: `${FRAME_FILES}|live/own-requests`,
        lib: 'keys|use-media',
        ui: 'menu|lazy-popup|breadcrumb|popover',
        'features/[^/]+': 'module',
        'features/notifications': 'unread',
      }),
    ),
  },
  {
    name: 'controls',
    test: any(
      ours({
        ui: 'textarea|checkbox|switch|radio-group|date-input|number-inputs|typed-input|progress',
        lib: 'parse-number|parse-date',
      }),
    ),
  },
  {
    name: 'form',
    test: any(
      vendor('react-hook-form'),
      '/src/lib/form/(?!record-field|form-dialog|password-field|fields\\.)',
      ours({ lib: 'field-messages' }),
    ),
  },
  {
    name: 'list',
    test: any(
      vendor('@tanstack/(react-virtual|virtual-core)'),
      '/src/shell/list/(?!search|cell-editor|bulk-progress)',
    ),
  },
  { name: 'icons', test: any('lucide-react/dist/esm/icons/') },
  { name: 'detail', test: any('/src/shell/detail/(?!tab-search)') },
];
