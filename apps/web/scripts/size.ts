import { join } from 'node:path';
import { firstLoads } from './first-load.ts';

// `pnpm size` after a build: what the browser fetches before a route can be used, against its budget.

const loads = firstLoads(join(import.meta.dirname, process.argv[2] ?? '../dist'));
const kilobytes = (bytes: number) => Number((bytes / 1000).toFixed(1));
console.table(
  loads.map(({ route, files, bytes, budget }) => ({
    route,
    'gzipped JavaScript, kB': kilobytes(bytes),
    'budget, kB': kilobytes(budget),
    files,
  })),
);
process.exitCode = loads.some(({ bytes, budget }) => bytes > budget) ? 1 : 0;
