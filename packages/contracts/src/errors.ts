/**
 * The closed list of error codes. An operation throws one of them; each door (a REST dialect, tRPC) maps it
 * to its own status and envelope. `message` defaults are the English texts that contracts print.
 */
export const ERROR_MESSAGES = {
  VALIDATION_ERROR: 'Validation error',
  /** A rule that the request breaks as a whole; the message says which. */
  BAD_REQUEST: 'Bad request',
  /** What is asked clashes with what is stored; the message says with what. */
  CONFLICT: 'Conflict',
  INVALID_JSON: 'Malformed JSON',
  PAYLOAD_TOO_LARGE: 'Request body too large',
  INVALID_CREDENTIALS: 'Invalid credentials',
  UNAUTHORIZED: 'Not authenticated',
  FORBIDDEN: 'Forbidden',
  ORIGIN_MISMATCH: 'Request origin not allowed',
  TENANT_MISMATCH: 'Host does not belong to this account',
  NOT_FOUND: 'Not found',
  METHOD_NOT_ALLOWED: 'Method not allowed',
  SUBDOMAIN_EXISTS: 'Subdomain already taken',
  EMAIL_EXISTS: 'Email already registered',
  CONTACT_EMAIL_EXISTS: 'A contact with this email already exists',
  CONTACT_IN_USE: 'This contact is in use',
  VIN_EXISTS: 'A vehicle with this VIN already exists',
  MILEAGE_DECREASE: 'Mileage cannot decrease',
  PLAN_LIMIT_REACHED: 'Plan limit reached',
  INVALID_STATUS_TRANSITION: 'Status change not allowed',
  QUOTE_EXPIRED: 'Quote has expired',
  QUOTE_NOT_CONVERTIBLE: 'Quote cannot be converted',
  QUOTE_ALREADY_CONVERTED: 'Quote has already been converted',
  DOCUMENT_LOCKED: 'This document can no longer be changed',
  FILE_REQUIRED: 'File required',
  FILE_TOO_LARGE: 'File too large',
  INVALID_FILE_FORMAT: 'Invalid file format',
  UNREADABLE_FILE: 'File cannot be read',
  FILE_REFUSED: 'This file contains a virus',
  VERSION_CONFLICT: 'Somebody else changed this meanwhile',
  INVALID_TOKEN: 'This link is no longer valid',
  LAST_OWNER: 'The last owner cannot be removed or demoted',
  OWN_MEMBERSHIP: 'Nobody changes their own membership',
  MEMBER_EXISTS: 'Already a member',
  EMAIL_NOT_VERIFIED: 'Verify your email address first',
  ALREADY_VERIFIED: 'This email address is already verified',
  INVALID_CHALLENGE: 'Invalid or expired challenge',
  PASSKEY_REJECTED: 'Passkey could not be verified',
  PASSKEY_EXISTS: 'This passkey is already registered',
  LAST_CREDENTIAL: 'The only way to sign in cannot be removed',
  INVALID_BACKUP_CODE: 'Invalid backup code',
  SSO_FAILED: 'Single sign-on failed',
  ALREADY_GRANTED: 'This permission has already been granted',
  PRICE_MISMATCH: 'The price is a different one',
  CARD_DECLINED: 'Your card was declined',
  PAYMENT_FAILED: 'Payment failed',
  ALREADY_PAID: 'This invoice is already paid',
  NOT_PAYABLE: 'This invoice cannot be paid',
  SESSION_TAKEN: 'This session belongs to another email address',
  INVALID_SIGNATURE: 'Invalid signature',
  WEBHOOK_LIMIT: 'At most 20 webhooks',
  IDEMPOTENCY_MISMATCH: 'This Idempotency-Key was used with another request',
  RATE_LIMIT_EXCEEDED: 'Rate limit exceeded',
  SERVICE_UNAVAILABLE: 'Service unavailable',
  INTERNAL_ERROR: 'Internal server error',
} as const;

export type ErrorCode = keyof typeof ERROR_MESSAGES;

/** One faulty field of an input; `field` is a dotted path such as `items.0.quantity`. */
export interface FieldError {
  field: string;
  message: string;
  /** The part of an HTTP request in which it stood, where a REST door took it from. */
  in?: 'path' | 'query' | 'body';
}

/** What every tRPC error carries in `error.data`. */
export interface ErrorData {
  appCode: ErrorCode;
  details: unknown;
  requestId: string;
}
