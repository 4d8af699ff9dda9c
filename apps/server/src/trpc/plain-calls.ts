import { type AnyProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, type TRPCError } from '@trpc/server';
import { getHTTPStatusCode } from '@trpc/server/http';
import type { TRPCResponse } from '@trpc/server/rpc';
import type { Context } from 'hono';
import type { ProcedureMeta, TrpcContext } from '../kernel/trpc.ts';
import { appRouter } from './app-router.ts';

const config = appRouter._def._config;
const procedures = appRouter._def.procedures as unknown as Record<string, AnyProcedure | undefined>;
const TYPES: Record<string, 'query' | 'mutation' | undefined> = { GET: 'query', POST: 'mutation' };

interface Calls {
  type: 'query' | 'mutation';
  batch: boolean;
  paths: string[];
  called: AnyProcedure[];
}

/** The procedures that are asked for, or null for what is the library's: streams, forms, whatever is unknown or malformed. */
function callsOf(c: Context): Calls | null {
  const { method } = c.req;
  const type = TYPES[method];
  if (!type || c.req.header('trpc-accept') || c.req.header('accept')?.includes('jsonl')) return null;
  if (method === 'POST' && !c.req.header('content-type')?.startsWith('application/json')) return null;
  const batch = c.req.query('batch') === '1';
  const path = c.req.path.slice('/trpc/'.length);
  const paths = batch ? path.split(',') : [path];
  const called: AnyProcedure[] = [];
  for (const each of paths) {
    const procedure = Object.hasOwn(procedures, each) ? procedures[each] : undefined;
    if (procedure?._def.type !== type) return null;
    called.push(procedure);
  }
  return { type, batch, paths, called };
}

/** The input of each call in its place, or null for what the library has to refuse. */
function inputsOf({ type, batch }: Calls, json: string | undefined): ArrayLike<unknown> | null {
  try {
    const given: unknown = json || type === 'mutation' ? JSON.parse(json ?? '') : undefined;
    if (!batch) return [given];
    const many = typeof given === 'object' && given !== null && !Array.isArray(given);
    return many || given === undefined ? ((given ?? {}) as ArrayLike<unknown>) : null;
  } catch {
    return null;
  }
}

/** The answer in JSON, or the request that the library has to answer. */
export type Plain = { json: string; status: number } | { request: Request };

/** Headers of the library's answers. */
export const PLAIN_HEADERS = { 'content-type': 'application/json', vary: 'trpc-accept, accept' };

/**
 * Answers calls that need nothing but JSON in and out without the library's own request handler, which costs as much
 * processor time as reading one record (decision 0013). The answers are the same to the byte.
 */
export async function answerPlainCalls(
  c: Context,
  ctx: TrpcContext,
  onError: (failed: { error: TRPCError; path: string }) => void,
): Promise<Plain> {
  const request = c.req.raw;
  const calls = callsOf(c);
  if (!calls) return { request };
  const { type, batch, paths, called } = calls;
  const json = type === 'query' ? c.req.query('input') : await request.text();
  const inputs = inputsOf(calls, json);
  if (!inputs) return { request: type === 'query' ? request : new Request(request, { body: json }) };
  const answers = await Promise.all(
    called.map(async (procedure, batchIndex): Promise<TRPCResponse> => {
      const path = paths[batchIndex] ?? '';
      const input = inputs[batchIndex];
      try {
        const { run } = (procedure._def.meta ?? {}) as ProcedureMeta;
        const getRawInput = async () => input;
        const data: unknown = run
          ? await run({ ctx, input })
          : await procedure({ path, getRawInput, ctx, type, signal: undefined, batchIndex });
        return { result: { data } };
      } catch (cause) {
        const error = getTRPCErrorFromUnknown(cause);
        onError({ error, path });
        return { error: getTRPCErrorShape({ config, ctx, error, input, path, type }) };
      }
    }),
  );
  const body = batch ? answers : (answers[0] as TRPCResponse);
  return { json: JSON.stringify(body), status: getHTTPStatusCode(body) };
}
