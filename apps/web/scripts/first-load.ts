import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Entry {
  file: string;
  imports?: string[];
}

interface Load {
  route: string;
  files: number;
  /** Gzipped JavaScript. */
  bytes: number;
  budget: number;
}

/** Bytes. Decided in design; half of it are React and the router. */
const FIRST = 130_000;
/**
 * Lists bring the grid and its virtual rows as well; what opens over them (forms, dialogs, menus, filters) comes when it is wanted.
 */
const LIST = 170_000;

const frame = 'src/shell/app-frame.tsx';
const inside = (page: string, domain: string, budget: number, ...words: string[]) => ({
  budget,
  sources: [frame, `src/features/${page}`],
  words: ['app', domain, ...words],
});
const list = (page: string, domain: string) => inside(page, domain, LIST, 'grammar');

const ROUTES: Record<string, { budget: number; sources: string[]; words: string[] }> = {
  '/sign-in': {
    budget: FIRST,
    sources: ['src/features/account/sign-in-page.tsx'],
    words: ['app', 'account'],
  },
  '/': inside('home/home-page.tsx', 'home', FIRST),
  '/contacts': list('contacts/contacts-page.tsx', 'contacts'),
  '/vehicles': list('vehicles/vehicles-page.tsx', 'vehicles'),
  '/quotes': list('quotes/quotes-page.tsx', 'quotes'),
  '/invoices': list('invoices/invoices-page.tsx', 'invoices'),
  '/tasks': list('tasks/board-page.tsx', 'tasks'),
  '/tasks/table': list('tasks/tasks-page.tsx', 'tasks'),
};

/** What the browser must fetch before a route can be used, in French, the longest language: entry, frame, page and words. */
export function firstLoads(dist: string): Load[] {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Entry
  >;
  const gather = (key: string, into: Set<string>) => {
    const entry = manifest[key];
    if (!entry) throw new Error(`${key} is not part of the built app`);
    if (into.has(entry.file)) return;
    into.add(entry.file);
    for (const imported of entry.imports ?? []) gather(imported, into);
  };
  return Object.entries(ROUTES).map(([route, { budget, sources, words }]) => {
    const files = new Set<string>();
    const catalogues = words.map((domain) => `src/locales/fr/${domain}.po`);
    for (const source of ['index.html', ...sources, ...catalogues]) gather(source, files);
    const scripts = [...files].filter((file) => file.endsWith('.js'));
    const sizes = scripts.map((file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length);
    return { route, files: files.size, bytes: sizes.reduce((sum, size) => sum + size, 0), budget };
  });
}
