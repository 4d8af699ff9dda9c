import { ERROR_MESSAGES, type ErrorCode, type FieldError } from '@officina/contracts/errors';

/** The only error that operations throw on purpose. Doors map `code`; anything else is redacted as internal. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string = ERROR_MESSAGES[code], details: unknown = undefined) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** `thing` as contracts print it: `Contact`, `Vehicle`, `Quote`, `Invoice`, `Task`, `User`. */
export const notFound = (thing: string): AppError => new AppError('NOT_FOUND', `${thing} not found`);

/** Input that parses but breaks a rule; names every faulty field it is given. */
export const invalid = (...details: FieldError[]): AppError =>
  new AppError('VALIDATION_ERROR', undefined, details);
