import type { BulkResult, RowResult } from '@officina/contracts/bulk';
import { bulkChunk } from '@officina/contracts/bulk-inputs';
import { sql } from 'drizzle-orm';
import type { input as InputOf, ZodType } from 'zod';
import { authorize } from './authorize.ts';
import type { Ctx, WriteCtx } from './context.ts';
import { AppError } from './errors.ts';
import { parseInput } from './input.ts';
import { define, inTransaction, type Operation } from './operation.ts';
import { rawStatement } from './statement.ts';

/** Rows of one chunk that are worked on at the same time; each takes a connection. */
const AT_ONCE = 4;

type Outcome = Pick<RowResult, 'changed' | 'before' | 'version'>;
type RowOf<S extends ZodType> = InputOf<S> & { id: string };

const lockRow = rawStatement(
  sql`select pg_advisory_xact_lock(hashtextextended(${sql.placeholder('row')}, 0))`,
);
const earlier = rawStatement<{ before: Record<string, unknown> | null }>(sql`
  select before from journal_entries where tenant_id = ${sql.placeholder('tenantId')}::uuid
    and subject_id = ${sql.placeholder('id')}::uuid and request_id = ${sql.placeholder('run')} limit 1`);

const versionOf = (result: unknown): number | null => {
  const { version } = (result ?? {}) as { version?: unknown };
  return typeof version === 'number' ? version : null;
};

/** One row in a transaction of its own: what the run has done to it before, or the operation now. */
async function once<S extends ZodType, R>(
  ctx: Ctx,
  operation: Operation<S, R>,
  run: string,
  row: RowOf<S>,
): Promise<Outcome> {
  const input = parseInput(operation.input, row);
  return inTransaction<S, Outcome>(ctx, { conflicts: operation.conflicts, input }, async (unit) => {
    const tx = await unit.tx();
    await lockRow(tx, { row: `${run}/${row.id}` });
    const [done] = await earlier(tx, { tenantId: ctx.tenant.id, id: row.id, run });
    if (done) return { changed: true, before: done.before, version: null };
    const heard: { before?: unknown }[] = [];
    const listening: WriteCtx = Object.assign(Object.create(unit), {
      record(entry: Parameters<WriteCtx['record']>[0]) {
        if (entry.subject.id === row.id) heard.push(entry);
        unit.record(entry);
      },
    });
    const result = await operation(listening, row);
    const before = (heard[0]?.before ?? null) as Outcome['before'];
    return { changed: heard.length > 0, before, version: versionOf(result) };
  });
}

function refusal(ctx: Ctx, error: unknown): AppError {
  if (error instanceof AppError) return error;
  ctx.services.log.error({ err: error, requestId: ctx.requestId }, 'a row of a bulk action failed');
  return new AppError('INTERNAL_ERROR');
}

const NOTHING: Outcome = { changed: false, before: null, version: null };

/**
 * `<domain>.<verb>Many` of a verb that changes one row: the same permission, rules, messages and journal, once per row, each in
 * its own transaction, so that a refused row refuses nobody else. A row is known by its `id`. The journal entries of all chunks
 * carry the run's id as their request's, which makes repeating a chunk safe: what the run has done, it does not do again.
 */
export function many<S extends ZodType, R>(operation: Operation<S, R>) {
  const input = bulkChunk as unknown as ZodType<
    { run: string; rows: RowOf<S>[] },
    { run: string; rows: RowOf<S>[] }
  >;
  const { permission } = operation;
  const call = async (ctx: Ctx, raw: InputOf<typeof input>): Promise<BulkResult> => {
    authorize(ctx.actor, permission);
    const { run, rows } = parseInput(input, raw);
    const marked: Ctx = Object.create(ctx, { requestId: { value: run, enumerable: true } });
    const results: RowResult[] = Array.from({ length: rows.length });
    const queue = rows.entries();
    const worker = async () => {
      for (const [at, row] of queue) {
        results[at] = await once(marked, operation, run, row).then(
          (outcome) => ({ id: row.id, ok: true, error: null, ...outcome }),
          (error: unknown) => {
            const { code, message, details = null } = refusal(marked, error);
            return { id: row.id, ok: false, error: { code, message, details }, ...NOTHING };
          },
        );
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const failed = results.filter(({ ok }) => !ok).length;
    return { results, succeeded: results.length - failed, failed };
  };
  return define('write', { name: `${operation.operation}Many`, permission, input }, call);
}
