import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// What the browser must fetch before a route is usable, gzipped, against the budget. Run after a build.

interface Entry {
  file: string;
  src?: string;
  imports?: string[];
}

const BUDGET = 130_000;
const dist = join(import.meta.dirname, process.argv[2] ?? '../dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Entry>;
const words = 'src/locales/fr/';
const ROUTES: Record<string, string[]> = {
  '/sign-in': ['src/features/account/sign-in-page.tsx', `${words}app.po`, `${words}account.po`],
  '/': ['src/shell/app-frame.tsx', 'src/features/home/home-page.tsx', `${words}app.po`, `${words}home.po`],
};

function filesOf(key: string, into: Set<string>): Set<string> {
  const entry = manifest[key];
  if (!entry || into.has(entry.file)) return into;
  into.add(entry.file);
  for (const imported of entry.imports ?? []) filesOf(imported, into);
  return into;
}

const gzipped = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

let over = false;
for (const [route, sources] of Object.entries(ROUTES)) {
  const files = new Set<string>();
  for (const source of ['index.html', ...sources]) filesOf(source, files);
  const bytes = [...files]
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipped(file), 0);
  over ||= bytes > BUDGET;
  console.log(
    `${route.padEnd(10)} ${(bytes / 1000).toFixed(1)} kB gzipped JavaScript in ${files.size} files`,
  );
}
process.exitCode = over ? 1 : 0;
