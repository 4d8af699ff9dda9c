import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startEmbedded } from '@officina/db/embedded';
import { migrate } from '@officina/db/migrate';
import postgres, { type Sql } from 'postgres';
import { childrenOf } from './cpu.ts';
import { type Running, startServer } from './servers.ts';

const ROUNDS = 5;
/** Times that the database alone is cut, under one server. */
const OUTAGES = 3;
/** Until a write is acknowledged again after the database is back. */
const PATIENCE_MS = 15_000;
const WRITERS = 10;
const LINES = Array.from({ length: 5 }, (_, i) => ({
  description: `Ligne ${i}`,
  quantity: 1 + i,
  unitPriceCents: 1234,
}));

interface Account {
  tenantId: string;
  contactId: string;
  cookie: string;
}

/** What the server said yes to. */
interface Acknowledged {
  invoices: string[];
  quotes: string[];
}

async function createAccount(sql: Sql): Promise<Account> {
  const name = `durable-${randomBytes(4).toString('hex')}`;
  const [tenant] =
    await sql`insert into tenants (subdomain, name, plan) values (${name}, 'Durable', 'enterprise') returning id`;
  const tenantId = tenant?.id as string;
  await sql`insert into tenant_settings (tenant_id, company_name) values (${tenantId}, 'Durable')`;
  const [user] =
    await sql`insert into users (email, name) values (${`${name}@example.test`}, 'Writer') returning id`;
  await sql`insert into members (tenant_id, user_id, role) values (${tenantId}, ${user?.id}, 'owner')`;
  const [contact] =
    await sql`insert into contacts (tenant_id, display_name, last_name, search_text) values (${tenantId}, 'C', 'C', 'c') returning id`;
  const token = randomBytes(20).toString('hex');
  const hash = createHash('sha256').update(token).digest('hex');
  await sql`insert into sessions (id, user_id, active_tenant_id, expires_at) values (${hash}, ${user?.id}, ${tenantId}, now() + interval '1 day')`;
  return { tenantId, contactId: contact?.id as string, cookie: `officina_session=${token}` };
}

/** Writes one document after another until the server is gone; notes only what was acknowledged. */
async function writeUntilKilled(
  origin: string,
  account: Account,
  seen: Acknowledged,
  stop: AbortSignal,
): Promise<void> {
  for (let i = 0; !stop.aborted; i++) {
    const kind = i % 2 ? 'quotes' : 'invoices';
    try {
      const response = await fetch(`${origin}/trpc/${kind}.create`, {
        method: 'POST',
        headers: { cookie: account.cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ contactId: account.contactId, lines: LINES }),
        signal: stop,
      });
      const answer = (await response.json()) as { result?: { data: { id: string } } };
      if (answer.result) seen[kind].push(answer.result.data.id);
    } catch {
      // Unanswered: it may or may not have been written, and nothing was promised.
    }
  }
}

/** Ends processes as a power cut would. */
function cut(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

async function faultsOf(sql: Sql, { tenantId }: Account, seen: Acknowledged) {
  const count = async (query: Promise<readonly postgres.Row[]>) => Number((await query)[0]?.n ?? 0);
  const lost = async (table: string, ids: string[]) =>
    ids.length -
    (await count(
      sql`select count(*) as n from ${sql(table)} where tenant_id = ${tenantId} and id = any(${ids})`,
    ));
  const torn = (table: string, lines: string, key: string) =>
    count(sql`select count(*) as n from ${sql(table)} d where d.tenant_id = ${tenantId} and (
      (select count(*) from ${sql(lines)} l where l.tenant_id = d.tenant_id and l.${sql(key)} = d.id) <> ${LINES.length}
      or (select sum(total_minor) from ${sql(lines)} l where l.tenant_id = d.tenant_id and l.${sql(key)} = d.id) <> d.subtotal_minor
      or not exists (select from journal_entries j where j.tenant_id = d.tenant_id and j.subject_id = d.id))`);
  const gaps =
    count(sql`select coalesce(sum(c.last - (select count(*) from quotes q where q.tenant_id = c.tenant_id
    and q.number_year = c.year)), 0) as n from number_counters c where c.tenant_id = ${tenantId} and c.series = 'quote'`);
  return {
    'lost invoices': await lost('invoices', seen.invoices),
    'lost quotes': await lost('quotes', seen.quotes),
    'half-written invoices': await torn('invoices', 'invoice_lines', 'invoice_id'),
    'half-written quotes': await torn('quotes', 'quote_lines', 'quote_id'),
    'gaps in numbers': await gaps,
  };
}

const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'durability');
const start = () => startEmbedded({ dataDir, log: () => {} });
const postmasterPid = () =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
const seen: Acknowledged = { invoices: [], quotes: [] };
let account: Account | undefined;
let broken = 0;

for (let round = 1; round <= ROUNDS + 1; round++) {
  const embedded = await start();
  const sql = postgres(embedded.url, { max: 1, onnotice: () => {} });
  await migrate(embedded.url);
  account ??= await createAccount(sql);
  const faults = await faultsOf(sql, account, seen);
  broken += Object.values(faults).reduce((sum, value) => sum + value, 0);
  const acknowledged = seen.invoices.length + seen.quotes.length;
  console.log(`after ${round - 1} cuts: ${acknowledged} acknowledged;`, JSON.stringify(faults));
  await sql.end();
  if (round > ROUNDS) {
    await embedded.stop();
    break;
  }
  const server: Running = await startServer(embedded.url, 3989);
  const stop = new AbortController();
  const writers = Array.from({ length: WRITERS }, () =>
    writeUntilKilled(server.origin, account as Account, seen, stop.signal),
  );
  await delay(1000 + Math.random() * 3000);
  const postmaster = postmasterPid();
  const victims = [[server.pid], [postmaster, ...childrenOf(postmaster)]];
  // Either may be the first to go; the other follows within a moment.
  cut((round % 2 ? victims : victims.reverse())[0] ?? []);
  await delay(Math.random() * 50);
  cut(victims.flat());
  stop.abort();
  await Promise.all(writers);
}
// The database alone goes, again and again, under a server that stays: it must come back by itself.
let embedded = await start();
const server = await startServer(embedded.url, 3989, { WORKER: '1' });
const stop = new AbortController();
const writers = Array.from({ length: WRITERS }, () =>
  writeUntilKilled(server.origin, account as Account, seen, stop.signal),
);
const count = () => seen.invoices.length + seen.quotes.length;
for (let outage = 1; outage <= OUTAGES; outage++) {
  await delay(1000 + Math.random() * 2000);
  const postmaster = postmasterPid();
  cut([postmaster, ...childrenOf(postmaster)]);
  await delay(500 + Math.random() * 1000);
  embedded = await start();
  const before = count();
  const back = performance.now();
  while (count() === before && performance.now() - back < PATIENCE_MS) await delay(20);
  const silent = count() === before;
  const died = server.process.exitCode !== null;
  if (silent || died) broken += 1;
  console.log(
    `outage ${outage}: ${died ? 'the server ended' : silent ? 'no answer' : `writes again after ${Math.round(performance.now() - back)} ms`}`,
  );
}
stop.abort();
await Promise.all(writers);
const sql = postgres(embedded.url, { max: 1, onnotice: () => {} });
const faults = await faultsOf(sql, account as Account, seen);
broken += Object.values(faults).reduce((sum, value) => sum + value, 0);
console.log(`after ${OUTAGES} outages: ${count()} acknowledged;`, JSON.stringify(faults));
await sql.end();
await server.stop();
await embedded.stop();
console.log(broken === 0 ? 'Nothing acknowledged was lost, nothing was half-written.' : `${broken} faults`);
process.exitCode = broken === 0 && seen.invoices.length > 0 ? 0 : 1;
