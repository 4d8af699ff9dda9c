import type { ErrorCode } from '@officina/contracts/errors';

/** What the server refused, through whichever door it was asked. */
export class ApiError extends Error {
  readonly data: { appCode: ErrorCode; details: unknown; requestId: string };
  constructor(code: ErrorCode, message: string, details: unknown, requestId: string) {
    super(message);
    this.data = { appCode: code, details, requestId };
  }
}
