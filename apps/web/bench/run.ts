import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@officina/db/client';
import { startEmbedded } from '@officina/db/embedded';
import { migrate } from '@officina/db/migrate';
import { chromium } from 'playwright-core';
import { loadDataset } from '../../server/bench/dataset.ts';
import { startServer } from '../../server/bench/servers.ts';
import { ensureWebBuilt } from '../../server/src/web-build.ts';
import { chromiumForTests } from '../e2e/chromium.ts';
import { measureAll } from './scenarios.ts';

// `pnpm bench:web`: how soon a page can be used and how soon it answers, on a slow line and a slow processor.

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, save: { type: 'boolean', default: false } },
});

/** Milliseconds that the median may take; shifts have no unit. */
const BUDGET: Record<string, number> = {
  'desktop: largest paint of /': 400,
  'desktop: largest paint of /contacts': 400,
  'slow 4G, CPU/4: largest paint of /': 1400,
  'slow 4G, CPU/4: largest paint of /contacts': 1400,
  'CPU/4: open a record': 100,
  'CPU/4: type a letter into the search': 100,
  'CPU/4: move a task to the next column': 100,
  'layout shift': 0.001,
};

const FIGURES = join(import.meta.dirname, 'figures.json');
type Figures = Record<string, { median: number; p95: number }>;

const log = (line: string) => console.error(line);
const round = (value: number) => (value < 1 ? Number(value.toFixed(3)) : Math.round(value));
const at = (values: number[], share: number) =>
  round(
    [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0,
  );

await ensureWebBuilt(log);
const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'bench-web');
const embedded = await startEmbedded({ dataDir, settings: {}, log });
const admin = createClient(embedded.url, { max: 1 });
try {
  await admin.sql`drop database if exists officina_bench_web with (force)`;
  await admin.sql`create database officina_bench_web`;
  const url = Object.assign(new URL(embedded.url), { pathname: '/officina_bench_web' }).href;
  await migrate(url);
  const client = createClient(url, { max: 1 });
  const { sql } = client;
  const data = await loadDataset(sql, {
    contacts: 10_000,
    invoices: 5_000,
    linesPerInvoice: 3,
    binders: 100,
    otherTenants: 1,
  });
  await sql`insert into tasks (tenant_id, id, title, position, due_at)
    select ${data.tenantId}, gen_random_uuid(), 'Task ' || i, i, now() from generate_series(1, 30) i`;
  // A firm that has been here for a while: its owner has put the first steps away.
  await sql`update tenant_settings set onboarding_dismissed_at = now() where tenant_id = ${data.tenantId}`;
  await client.close();
  const server = await startServer(url, 3991);
  const browser = await chromium.launch({ ...(await chromiumForTests()), args: ['--no-sandbox'] });
  try {
    const seen = new Map<string, number[]>();
    for (let nth = 1; nth <= Number(options.rounds); nth++) {
      log(`Round ${nth} of ${options.rounds}`);
      await measureAll(browser, server.origin, data.token, (name, value) =>
        seen.set(name, [...(seen.get(name) ?? []), value]),
      );
    }
    const now: Figures = Object.fromEntries(
      [...seen].map(([name, values]) => [name, { median: at(values, 0.5), p95: at(values, 0.95) }]),
    );
    const before = JSON.parse(readFileSync(FIGURES, 'utf8')) as Figures;
    console.table(
      Object.entries(now).map(([name, { median, p95 }]) => ({
        what: name,
        'median, ms': median,
        'p95, ms': p95,
        'last kept': before[name]?.median ?? '',
        budget: BUDGET[name] ?? '',
        '': median > (BUDGET[name] ?? Number.POSITIVE_INFINITY) ? 'over' : '',
      })),
    );
    if (options.save) writeFileSync(FIGURES, `${JSON.stringify(now, null, 2)}\n`);
    process.exitCode = Object.entries(now).some(([name, { median }]) => median > (BUDGET[name] ?? Infinity))
      ? 1
      : 0;
  } finally {
    await browser.close();
    await server.stop();
  }
} finally {
  await admin.close();
  await embedded.stop();
}
