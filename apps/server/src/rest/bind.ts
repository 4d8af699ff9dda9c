import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { SessionStore } from '../domains/identity/session-store.ts';
import { admit } from '../http/admit.ts';
import { answerJson } from '../http/answer-json.ts';
import type { Env } from '../http/environment.ts';
import { limitBody } from '../http/limit-body.ts';
import { sendCookies } from '../http/send-cookies.ts';
import { tooManyAttempts } from '../kernel/attempts.ts';
import { AppError } from '../kernel/errors.ts';
import { checkIdempotencyKey, once } from '../kernel/idempotency.ts';
import type { Dialect, Failures } from './dialect.ts';
import { inputOf, inWireNames, objectBody } from './request.ts';
import type { AnyJsonRow, Carried, FileView, RedirectRow, RestRow } from './row.ts';

/** One published contract: its dialect and its table of rows. */
export interface Surface {
  dialect: Dialect;
  rows: readonly RestRow[];
  /** Who means this contract under paths of another one: NOT_FOUND in its words where it has no row there. */
  callers?: { under: string; claims: (request: Carried) => boolean; failures: Failures };
}

export interface BindOptions {
  sessions: SessionStore;
  /** Hold every answer against its schema (tests). */
  checkResponses: boolean;
}

/** All but the characters that RFC 8187 lets stand. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The name as every browser reads it: plainly when it is plain, else encoded beside a plain substitute. */
function contentDisposition({ filename, inline }: FileView): string {
  const plain = filename.replace(/[^\w.-]/g, '_');
  const encoded = plain === filename ? '' : `; filename*=UTF-8''${percentEncoded(filename)}`;
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"${encoded}`;
}

function sendFile(c: Context<Env>, file: FileView): Response {
  c.header('content-disposition', contentDisposition(file));
  c.header('content-type', file.contentType);
  c.header('cache-control', 'private, no-store');
  // Should a browser show it in spite of all: as a picture or text of nobody, which loads, runs and knows nothing.
  c.header('content-security-policy', "default-src 'none'; sandbox");
  c.header('cross-origin-resource-policy', 'same-origin');
  if ('bytes' in file) return c.body(new Uint8Array(file.bytes));
  if (file.size !== undefined) c.header('content-length', String(file.size));
  if (c.req.method === 'HEAD') {
    file.content.destroy();
    return c.body(null);
  }
  return c.body(Readable.toWeb(file.content) as ReadableStream);
}

/** The whole body of an answer: what `present` makes of the view, in the dialect's envelope. */
function bodyOf(surface: Surface, row: AnyJsonRow, view: unknown, options: BindOptions): unknown {
  const { data, beside } = row.present(view);
  const body = row.answer === 'data' ? surface.dialect.success(data, beside) : data;
  if (options.checkResponses) row.response.parse(JSON.parse(JSON.stringify(body)));
  return body;
}

function sendJson(
  c: Context<Env>,
  surface: Surface,
  row: AnyJsonRow,
  view: unknown,
  options: BindOptions,
): Response {
  const body = bodyOf(surface, row, view, options);
  if (row.session === 'close') sendCookies(c, options.sessions.blankCookies());
  else if (row.session) sendCookies(c, options.sessions.cookies(row.session.open(view)));
  const status = row.status ?? 200;
  // Nothing that `c.header` or a cookie has put there.
  const bare = !row.session && !c.get('renewedCookies').length && !surface.dialect.cacheControl;
  return bare
    ? answerJson(c, JSON.stringify(body), status)
    : c.json(body as object, status as ContentfulStatusCode);
}

/** As the operation of the row and `sendJson`, once for each key. */
async function sendOnce(
  c: Context<Env>,
  { surface, row }: { surface: Surface; row: AnyJsonRow },
  { key, input }: { key: string; input: Record<string, unknown> },
  options: BindOptions,
): Promise<Response> {
  checkIdempotencyKey(key);
  const request = { route: `${row.method} ${row.path}`, key, input };
  const { status, text } = await once(c.get('ctx'), request, row.operation, (view) => ({
    status: row.status ?? 200,
    text: JSON.stringify(bodyOf(surface, row, view, options)),
  }));
  return c.body(text, status as ContentfulStatusCode, { 'content-type': 'application/json' });
}

function sendElsewhere(
  c: Context<Env>,
  // biome-ignore lint/suspicious/noExplicitAny: rows of one table have different operations; `redirectRow` checks each.
  row: RedirectRow<any, any>,
  view: unknown,
  options: BindOptions,
): Response {
  const token = typeof row.session === 'object' ? row.session.open(view) : null;
  if (row.session === 'close') sendCookies(c, options.sessions.blankCookies());
  else if (token) sendCookies(c, options.sessions.cookies(token));
  c.header('cache-control', 'no-store');
  return c.redirect(row.to(view), row.redirect ?? 303);
}

/** An error in the surface's envelope; what was not thrown on purpose is logged and redacted. */
export function sendError(c: Context<Env>, failures: Failures, error: unknown): Response {
  const ctx = c.get('ctx');
  let known = error instanceof AppError ? error : null;
  if (!known) {
    ctx.services.log.error({ err: error, requestId: ctx.requestId }, 'unexpected error');
    known = new AppError('INTERNAL_ERROR', undefined, { request_id: ctx.requestId });
  }
  const { status, body, headers = {} } = failures.failure(known, ctx.requestId);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  const resetAt = known.code === 'RATE_LIMIT_EXCEEDED' && (known.details as { reset_at?: string }).reset_at;
  if (resetAt) {
    const seconds = Math.ceil((Date.parse(resetAt) - ctx.now.epochMilliseconds) / 1000);
    c.header('retry-after', String(Math.max(1, seconds)));
  }
  return c.json(body as object, status as ContentfulStatusCode);
}

async function countAttempt(
  c: Context<Env>,
  { bucket, limit, windowSeconds, visitorsOnly }: NonNullable<RestRow['attempts']>,
) {
  const { services, ip, now, actor } = c.get('ctx');
  if (visitorsOnly && actor.kind !== 'visitor') return;
  const state = await services.attempts.hit(`${bucket}:${ip ?? 'local'}`, limit, windowSeconds, now);
  if (!state.allowed) throw tooManyAttempts(state);
}

const keyOf = (c: Context<Env>) => c.req.header('idempotency-key')?.trim();

interface Bound {
  surface: Surface;
  row: RestRow;
}

/** For bodies other than forms with a file, which are bounded by who reads them. */
const boundBody = limitBody(1024 * 1024);
const goOn = async () => {};

/** The only handler body of all surfaces: admit, gather the input, run the operation, present. */
function handler({ surface, row }: Bound, options: BindOptions) {
  return async (c: Context<Env>): Promise<Response> => {
    if (surface.dialect.cacheControl) c.header('cache-control', surface.dialect.cacheControl);
    try {
      if (row.switchedOn?.(c.get('ctx').services.config) === false)
        throw new AppError('NOT_FOUND', 'Not enabled');
      if (row.attempts) await countAttempt(c, row.attempts);
      const { permission, byRecord } = row.operation;
      admit(c, permission, { anyOrigin: row.anyOrigin, byRecord, byKey: row.credential === 'apiKey' });
      if (!row.upload) await boundBody(c, goOn);
      const { input, release } = await inputOf(c, row, surface.dialect);
      const key = row.answer !== 'file' && row.answer !== 'redirect' && row.idempotent && keyOf(c);
      if (key) return await sendOnce(c, { surface, row }, { key, input }, options);
      const view = await row.operation(c.get('ctx'), input).finally(release);
      if (row.answer === 'file') return sendFile(c, view as FileView);
      if (row.answer === 'redirect') return sendElsewhere(c, row, view, options);
      return sendJson(c, surface, row, view, options);
    } catch (error) {
      return sendError(c, row.failures ?? surface.dialect, inWireNames(error, row));
    }
  };
}

const carried = (c: Context<Env>): Carried => ({
  authorization: c.req.header('authorization'),
  contentType: c.req.header('content-type') ?? '',
  body: () => objectBody(c),
});

/** The handler of a method and path; where contracts share it, of the row that claims the request. */
function sharedHandler(rows: readonly Bound[], options: BindOptions) {
  const [only, ...others] = rows;
  if (only && !others.length) return handler(only, options);
  const choices = rows.map((bound) => ({ ...bound, handle: handler(bound, options) }));
  const [fallback, ...more] = choices.filter(({ row }) => !row.claims);
  if (!fallback || more.length)
    throw new Error(`${only?.row.method} ${only?.row.path}: of several rows one and only one claims nothing`);
  return async (c: Context<Env>): Promise<Response> => {
    let tooLarge: unknown;
    // Read only where a claim asks for it: who may not come in is told so before anything is said of their body.
    const body = async () => {
      try {
        await boundBody(c, goOn);
      } catch (error) {
        tooLarge = error;
        return null;
      }
      return objectBody(c);
    };
    const request = { ...carried(c), body };
    let chosen = fallback;
    for (const choice of choices) {
      if (!(await choice.row.claims?.(request))) continue;
      chosen = choice;
      break;
    }
    if (tooLarge && c.req.raw.bodyUsed)
      return sendError(c, chosen.row.failures ?? chosen.surface.dialect, tooLarge);
    return chosen.handle(c);
  };
}

/** Of several rows the one that claims the request, else the first that claims none. */
async function claimant(rows: readonly Bound[], request: Carried): Promise<Bound> {
  for (const bound of rows) if (await bound.row.claims?.(request)) return bound;
  return (rows.find(({ row }) => !row.claims) ?? rows[0]) as Bound;
}

/** Serves every row of the surfaces under /api, and 405 for another method on a known path. */
export function bindSurfaces(api: Hono<Env>, surfaces: readonly Surface[], options: BindOptions): void {
  const paths = new Map<string, Map<string, Bound[]>>();
  for (const surface of surfaces) {
    for (const row of surface.rows) {
      const methods = paths.get(row.path) ?? new Map<string, Bound[]>();
      paths.set(row.path, methods.set(row.method, [...(methods.get(row.method) ?? []), { surface, row }]));
    }
  }
  for (const { callers, rows } of surfaces) {
    if (!callers) continue;
    const { under, claims, failures } = callers;
    for (const path of paths.keys()) {
      if (!path.startsWith(under) || rows.some((row) => row.path === path)) continue;
      api.all(path, async (c, next) => {
        if (claims(carried(c))) return sendError(c, failures, new AppError('NOT_FOUND'));
        await next();
      });
    }
  }
  for (const [path, methods] of paths)
    for (const [method, rows] of methods) api.on(method, path, sharedHandler(rows, options));
  for (const [path, methods] of paths) {
    const rows = [...methods.values()].flat();
    api.all(path, async (c) => {
      c.header('allow', [...methods.keys()].join(', '));
      const { row, surface } = await claimant(rows, carried(c));
      const failures = (row.claims && row.failures) || surface.dialect;
      return sendError(c, failures, new AppError('METHOD_NOT_ALLOWED'));
    });
  }
}
