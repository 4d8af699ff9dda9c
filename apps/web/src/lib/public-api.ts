import type { ErrorCode } from '@officina/contracts/errors';
import { ApiError } from './api-error.ts';

interface Refusal {
  /** Of single fields, by name. */
  errors?: Record<string, string[]>;
}

const CODES: Record<number, ErrorCode> = {
  400: 'VALIDATION_ERROR',
  404: 'NOT_FOUND',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'RATE_LIMIT_EXCEEDED',
  503: 'SERVICE_UNAVAILABLE',
};

/** Posts to the door that any program may use; the limits of public posts hold there. What it refuses is thrown, field by field. */
export async function postPublic<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => ({}))) as T & Refusal;
  if (response.ok) return answer;
  const details = Object.entries(answer.errors ?? {}).flatMap(([field, messages]) =>
    messages.map((message) => ({ field, message })),
  );
  const requestId = response.headers.get('x-request-id') ?? '';
  throw new ApiError(CODES[response.status] ?? 'INTERNAL_ERROR', response.statusText, details, requestId);
}
