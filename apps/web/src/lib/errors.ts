import type { ErrorCode, FieldError } from '@officina/contracts/errors';

/** A refusal by the server in one shape, whichever door it came through. */
export interface Failure {
  code: ErrorCode | 'OFFLINE';
  details: unknown;
  requestId: string | null;
  message: string;
}

interface Carried {
  appCode?: ErrorCode;
  details?: unknown;
  requestId?: string;
}

/** Reads any thrown value; without a code it is the network (no answer) or a fault of ours. */
export function failureOf(error: unknown): Failure {
  const { data, message = '' } = (error ?? {}) as { data?: Carried | null; message?: string };
  const lost = !data && (!navigator.onLine || /fetch|network|load failed/i.test(message));
  return {
    code: data?.appCode ?? (lost ? 'OFFLINE' : 'INTERNAL_ERROR'),
    details: data?.details,
    requestId: data?.requestId ?? null,
    message,
  };
}

/** What a refusal says of single fields; empty where it is about none. */
export function fieldErrors(failure: Failure): FieldError[] {
  const about = failure.code === 'VALIDATION_ERROR' || failure.code === 'CONFLICT';
  return about && Array.isArray(failure.details) ? (failure.details as FieldError[]) : [];
}
