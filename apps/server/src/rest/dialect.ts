import type { AppError } from '../kernel/errors.ts';

/** How one surface speaks: its envelopes, its error body, its status per error code. */
export interface Dialect {
  /** File name of its OpenAPI document. */
  name: string;
  title: string;
  description: string;
  /** Wraps what a row's `present` returns as data. */
  success(data: unknown, extra?: Record<string, unknown>): unknown;
  failure(
    error: AppError,
    requestId: string,
  ): { status: number; body: unknown; headers?: Record<string, string> };
  /** Bodies of another content type are refused, not guessed at. */
  onlyJson?: boolean;
  /** The error body as JSON Schema, for the OpenAPI document. */
  errorSchema: unknown;
}
