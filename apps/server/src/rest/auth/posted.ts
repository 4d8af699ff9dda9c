import type { Context } from 'hono';
import type { Env } from '../../http/environment.ts';

/** The fields of a JSON or form-encoded body. */
export interface Posted {
  has(key: string): boolean;
  /** '' for what is missing or no text. */
  text(key: string): string;
  /** The caller wants to read where to go on, not to be sent there. */
  json: boolean;
}

export const isForm = (contentType = ''): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(contentType);

async function fieldsOf(c: Context<Env>): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (isForm(c.req.header('content-type'))) return Object.fromEntries(new URLSearchParams(text));
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Reads the body; Hono keeps its text for whoever reads it after us. */
export async function readPosted(c: Context<Env>): Promise<Posted> {
  const fields = new Map(Object.entries(await fieldsOf(c)));
  const text = (key: string) => {
    const value = fields.get(key);
    return typeof value === 'string' ? value : '';
  };
  return {
    has: (key) => fields.has(key),
    text,
    json: fields.get('json') === true || text('json') === 'true',
  };
}
