import type { ErrorCode } from '@officina/contracts/errors';
import { ApiError } from './api-error.ts';
import { safeNext } from './safe-next.ts';

/** Asks a door under /api/auth. */
export async function postAuth<T>(path: string, body: object): Promise<T> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json().catch(() => ({}))) as {
    error?: string;
    code?: ErrorCode;
    details?: unknown;
  };
  if (response.ok) return answer as T;
  const requestId = response.headers.get('x-request-id') ?? '';
  throw new ApiError(
    answer.code ?? 'INTERNAL_ERROR',
    answer.error ?? response.statusText,
    answer.details,
    requestId,
  );
}

/** Signs in; the page goes on as it was until it is loaded anew. */
export function openSession(email: string, password: string): Promise<unknown> {
  return postAuth('signin', { email, password });
}

/** Signs in and loads the app anew, so that it starts from the session which the server writes into the page. */
export async function signIn(email: string, password: string, next?: string): Promise<void> {
  await openSession(email, password);
  location.assign(safeNext(next));
}

export interface SignUp {
  email: string;
  password: string;
  name: string;
  subdomain: string;
  tenantName: string;
  /** The language of the page on which it happens. */
  locale?: string;
}

export async function signUp(values: SignUp): Promise<void> {
  await postAuth('signup', values);
  await signIn(values.email, values.password);
}

export async function signOut(): Promise<void> {
  await postAuth('signout', {}).catch(() => undefined);
  location.assign('/login');
}
