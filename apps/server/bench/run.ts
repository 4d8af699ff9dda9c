import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '@officina/db/embedded';
import { migrate } from '@officina/db/migrate';
import postgres from 'postgres';
import { ensureWebBuilt } from '../src/web-build.ts';
import { cpuOf, memoryOf } from './cpu.ts';
import { loadDataset, SIZE } from './dataset.ts';
import { fire, type Measured } from './load.ts';
import { officeScenarios } from './office-scenarios.ts';
import { scenarios } from './scenarios.ts';
import { type Running, startServer, startTwin } from './servers.ts';
import type { Scenario } from './shots.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    connections: { type: 'string', default: '8' },
    scale: { type: 'string', default: '1' },
  },
});

interface Side extends Measured {
  serverUs: number;
  postgresUs: number;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const log = (line: string) => console.error(line);

async function measure(
  running: Running,
  cookie: string,
  shot: Scenario['ours'],
  postmaster: number,
): Promise<Side> {
  const before = { server: cpuOf(running.pid), postgres: cpuOf(postmaster, true) };
  const measured = await fire(
    running.origin,
    cookie,
    shot,
    Number(options.seconds),
    Number(options.connections),
  );
  const per = (now: number, then: number) => Math.round((now - then) / Math.max(1, measured.requests));
  return {
    ...measured,
    serverUs: per(cpuOf(running.pid), before.server),
    postgresUs: per(cpuOf(postmaster, true), before.postgres),
  };
}

/** Seconds until what runs often is compiled. */
const WARM_UP = 3;

/** Twin and product take turns in every round; medians are compared. */
async function compare(
  scenario: Scenario,
  server: Running,
  twin: Running,
  cookie: string,
  postmaster: number,
) {
  await fire(server.origin, cookie, scenario.ours, WARM_UP, 8);
  await fire(twin.origin, '', scenario.twin, WARM_UP, 8);
  const ours: Side[] = [];
  const bare: Side[] = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    bare.push(await measure(twin, '', scenario.twin, postmaster));
    ours.push(await measure(server, cookie, scenario.ours, postmaster));
  }
  const of = (sides: Side[], key: keyof Side) => median(sides.map((side) => side[key]));
  const ratio = of(ours, 'perSecond') / of(bare, 'perSecond');
  return {
    scenario: scenario.name,
    'ours/s': Math.round(of(ours, 'perSecond')),
    'twin/s': Math.round(of(bare, 'perSecond')),
    ratio: Number(ratio.toFixed(2)),
    target: scenario.target,
    'p50/p99 ms': `${of(ours, 'p50')}/${of(ours, 'p99')}`,
    'µs server+pg': `${of(ours, 'serverUs')}+${of(ours, 'postgresUs')}`,
    'twin µs': `${of(bare, 'serverUs')}+${of(bare, 'postgresUs')}`,
    failed: ours.concat(bare).reduce((sum, side) => sum + side.failed, 0),
  };
}

// The server under test serves the web app too, as in production.
await ensureWebBuilt(log);

const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'bench');
const embedded = await startEmbedded({
  dataDir,
  settings: { shared_buffers: '2GB', random_page_cost: '1.1', work_mem: '16MB', jit: 'off' },
  log,
});
const adminSql = postgres(embedded.url, { max: 1, onnotice: () => {} });
const running: Running[] = [];
try {
  await adminSql`drop database if exists officina_bench with (force)`;
  await adminSql`create database officina_bench`;
  const url = Object.assign(new URL(embedded.url), { pathname: '/officina_bench' }).href;
  await migrate(url);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const scale = Number(options.scale);
  log(
    `Loading ${SIZE.contacts * scale} contacts, ${SIZE.invoices * scale} invoices and ${SIZE.binders * scale} binders, and other tenants`,
  );
  const data = await loadDataset(sql, {
    ...SIZE,
    contacts: SIZE.contacts * scale,
    invoices: SIZE.invoices * scale,
    binders: SIZE.binders * scale,
  });
  const rows =
    await sql`select created_at, id from contacts where tenant_id = ${data.tenantId} order by created_at desc, id desc limit 500`;
  const cursors = rows.map((row) => ({
    value: (row.created_at as Date).toISOString(),
    id: row.id as string,
  }));
  await sql.end();
  const postmaster = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const server = await startServer(url, 3990);
  const twin = await startTwin(url, data.tenantId);
  running.push(server, twin);
  const cookie = `officina_session=${data.token}`;
  const table = [];
  const all = [...scenarios(data, cursors), ...officeScenarios(data.binderCursors)];
  for (const scenario of all.filter(({ name }) => name.includes(options.only))) {
    log(`… ${scenario.name}`);
    table.push(await compare(scenario, server, twin, cookie, postmaster));
  }
  console.table(table);
  console.log(`resident memory after the run: ${memoryOf(server.pid)} MB`);
} finally {
  for (const each of running) await each.stop();
  await adminSql.end();
  await embedded.stop();
}
