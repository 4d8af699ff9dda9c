import type { FieldError } from '@officina/contracts/errors';
import type { Context } from 'hono';
import type { Env } from '../http/environment.ts';
import { readForm } from '../http/read-form.ts';
import { AppError } from '../kernel/errors.ts';
import { parseInput } from '../kernel/input.ts';
import type { Dialect } from './dialect.ts';
import type { RestRow } from './row.ts';

/** The query string as an object; repeated keys and `key[]` become lists. */
function queryOf(url: string): Record<string, string | string[]> {
  const out: Record<string, string | string[]> = {};
  for (const [rawKey, value] of new URL(url).searchParams) {
    const key = rawKey.replace(/\[\]$/, '');
    if (key === '__proto__') continue;
    const before = out[key];
    if (before === undefined) out[key] = rawKey.endsWith('[]') ? [value] : value;
    else out[key] = [...(Array.isArray(before) ? before : [before]), value];
  }
  return out;
}

type BodyRules = Pick<Dialect, 'onlyJson' | 'onlyObjects' | 'bodyRequired' | 'longestBody'>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON body; an empty one is `{}` where none is required. Throws INVALID_JSON and PAYLOAD_TOO_LARGE. */
export async function jsonBody(
  c: Context<Env>,
  { onlyJson, onlyObjects, bodyRequired, longestBody = Number.POSITIVE_INFINITY }: BodyRules,
): Promise<unknown> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > longestBody) throw new AppError('PAYLOAD_TOO_LARGE');
  if (!text.trim() && !bodyRequired) return {};
  if (onlyJson && !/^application\/(\S+\+)?json\b/i.test(c.req.header('content-type') ?? ''))
    throw new AppError('INVALID_JSON', 'Content type must be application/json');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new AppError('INVALID_JSON');
  }
  if (onlyObjects && !isObject(body)) throw new AppError('INVALID_JSON');
  return body;
}

/** The JSON object of a body, before anybody has claimed it; null where it is none. Hono keeps the text for later. */
export async function objectBody(c: Context<Env>): Promise<Record<string, unknown> | null> {
  try {
    const body: unknown = JSON.parse(await c.req.text());
    return isObject(body) ? body : null;
  } catch {
    return null;
  }
}

export interface Gathered {
  input: Record<string, unknown>;
  /** Removes what the request has left on disk; called once it is answered. */
  release(): Promise<void>;
}

/** The operation's input, gathered from path, query and body; one error names the faulty fields of all three. */
export async function inputOf(c: Context<Env>, row: RestRow, rules: BodyRules): Promise<Gathered> {
  const faults: FieldError[] = [];
  const input: Record<string, unknown> = row.params ? {} : { ...c.req.param() };
  const take = (schema: NonNullable<RestRow['body']>, place: FieldError['in'], raw: unknown) => {
    try {
      Object.assign(input, parseInput(schema, raw));
    } catch (error) {
      if (!(error instanceof AppError) || !Array.isArray(error.details)) throw error;
      for (const fault of error.details as FieldError[]) faults.push({ ...fault, in: place });
    }
  };
  if (row.params) take(row.params, 'path', c.req.param());
  if (row.query) take(row.query, 'query', queryOf(c.req.url));
  for (const [name, field] of Object.entries(row.headers ?? {})) {
    const text = c.req.header(name);
    if (text !== undefined) input[field] = text;
  }
  const { upload } = row;
  const form = upload ? await readForm(c.req.raw, upload, c.get('ctx').services.incomingFolder) : null;
  if (row.body) take(row.body, 'body', form ? form.fields : await jsonBody(c, rules));
  if (upload && form?.file) input[upload.file] = form.file;
  else if (upload && !upload.optional) faults.push({ field: upload.file, message: 'Required', in: 'body' });
  if (faults.length) {
    await form?.discard();
    throw new AppError('VALIDATION_ERROR', undefined, faults);
  }
  return { input, release: async () => form?.discard() };
}

/** A fault that the operation found, with its fields under the names that the row's callers know. */
export function inWireNames(error: unknown, { fields, headers = {} }: RestRow): unknown {
  if (!(error instanceof AppError) || error.code !== 'VALIDATION_ERROR') return error;
  const ofHeaders = Object.entries(headers).map(([name, field]) => [field, name]);
  const names: Record<string, string | undefined> = { ...fields, ...Object.fromEntries(ofHeaders) };
  const details = (error.details as FieldError[]).map(({ field, ...rest }) => {
    const path = field.split('.').map((word) => names[word] ?? word);
    return { ...rest, field: path.join('.') };
  });
  return new AppError(error.code, error.message, details);
}
