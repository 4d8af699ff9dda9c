import type { AppError } from '../kernel/errors.ts';

/** How errors are told: the status and the body of each. */
export interface Failures {
  failure(
    error: AppError,
    requestId: string,
  ): { status: number; body: unknown; headers?: Record<string, string> };
  /** The error body as JSON Schema, for the OpenAPI document. */
  errorSchema: unknown;
}

export type Credential = 'session' | 'bearer' | 'apiKey';

/** How one surface speaks: its envelopes, its error body, its status per error code. */
export interface Dialect extends Failures {
  /** File name of its OpenAPI document. */
  name: string;
  title: string;
  description: string;
  /** What says who asks: the session's cookie unless told otherwise. */
  credential?: Credential;
  /** Wraps what a row's `present` returns as data. */
  success(data: unknown, extra?: Record<string, unknown>): unknown;
  /** Bodies of another content type are refused, not guessed at. */
  onlyJson?: boolean;
  /** An empty body is malformed where one is asked for; otherwise it is `{}`. */
  bodyRequired?: boolean;
  /** JSON that is no object is malformed, not faulty. */
  onlyObjects?: boolean;
  /** The longest JSON body, in bytes, where it is less than the server's own limit. */
  longestBody?: number;
  /** What caches may do with the answers of its rows. */
  cacheControl?: string;
}
