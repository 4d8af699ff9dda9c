import { createHash } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import { isUuid } from '../../kernel/ids.ts';

type Json = Record<string, unknown>;

/** An event of Stripe as its effects see it. */
export interface StripeEvent {
  id: string;
  type: string;
  /** When it happened at Stripe. */
  created: Date;
  /** `data.object`: the payment, session, subscription… as it was then. */
  object: Json;
  payload: Json;
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text of an object, or null for anything else. */
export const textOf = (object: unknown, key: string): string | null => {
  const value = isJson(object) ? object[key] : null;
  return typeof value === 'string' && value !== '' ? value : null;
};

/** The id of what may stand there itself or by its id. */
export const idIn = (object: unknown, key: string): string | null =>
  textOf(object, key) ?? (isJson(object) ? textOf(object[key], 'id') : null);

/** The tenant that the metadata of an event's object name; whether there is one is not said. */
export function tenantNamedIn({ object }: StripeEvent): string | null {
  const named = textOf(object.metadata, 'tenantId') ?? textOf(object.metadata, 'tenant_id');
  return named && isUuid(named) ? named : null;
}

const ID = /^(cs|pi|ch|re|cus|sub|sub_sched|in|du|dp|vs|seti|pm)_[A-Za-z0-9_]{6,80}$/;
const MOST_IDS = 200;

/** The ids of Stripe's objects that stand anywhere in a payload; metadata names none. */
export function idsIn(payload: Json): string[] {
  const found = new Set<string>();
  const visit = (value: unknown) => {
    if (found.size >= MOST_IDS) return;
    if (typeof value === 'string') {
      if (ID.test(value)) found.add(value);
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (isJson(value))
      for (const [key, inner] of Object.entries(value)) if (key !== 'metadata') visit(inner);
  };
  visit(payload.data);
  return [...found];
}

/** An event from the bytes of a webhook. One without an id is known by the SHA-256 of its bytes. */
export function parseStripeEvent(bytes: Buffer, now: Temporal.Instant): StripeEvent {
  let payload: unknown;
  try {
    payload = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new AppError('INVALID_JSON');
  }
  if (!isJson(payload)) throw new AppError('INVALID_JSON');
  const id = textOf(payload, 'id') ?? `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return eventOf(id, payload, now);
}

/** Longer ones are no ids of Stripe. */
const MOST_TEXT = 255;
/** PostgreSQL keeps neither in texts nor in JSON what JSON can say with this escape. */
const withoutNul = (payload: Json): Json =>
  JSON.parse(JSON.stringify(payload).replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1')) as Json;

export function eventOf(id: string, sent: Json, now: Temporal.Instant): StripeEvent {
  const payload = withoutNul(sent);
  const { created, data } = payload;
  const seconds = typeof created === 'number' && created > 0 && created < 1e11 ? created : null;
  const object = isJson(data) && isJson(data.object) ? data.object : {};
  return {
    id: id.replaceAll('\0', '').slice(0, MOST_TEXT),
    type: (textOf(payload, 'type') ?? '').slice(0, MOST_TEXT),
    created: new Date(seconds === null ? now.epochMilliseconds : seconds * 1000),
    object,
    payload,
  };
}
