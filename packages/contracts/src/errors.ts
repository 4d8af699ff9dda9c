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
  STEP_UP_REQUIRED: 'Confirm that it is you first',
  SSO_REQUIRED: 'Sign in through your company’s provider',
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
  NO_ENROLLMENT: 'No enrollment found.',
  PAYMENT_REQUIRED: 'Please complete payment first.',
  PAYMENT_PENDING: 'Your payment is being processed.',
  ORIENTATION_REQUIRED: 'Please complete orientation first.',
  DOCUMENTS_REQUIRED: 'Please submit your documents first.',
  ACTION_NOT_ALLOWED: 'This action is not available at this stage.',
  ENROLLMENT_COMPLETED: 'Your enrollment is complete.',
  ENROLLMENT_SUSPENDED: 'Your enrollment is suspended.',
  START_DATE_MISSING: 'No start date is set.',
  START_DATE_NOT_REACHED: 'Training has not started yet.',
  PAYMENT_HOLD: 'Your enrollment is on payment hold.',
  PAYMENT_PAST_DUE: 'Payment is past due.',
  PARTNER_NOT_APPROVED: 'This shop is not approved for training.',
  DUPLICATE_APPLICATION: 'An application for this program already exists',
  ENROLLMENT_EXISTS: 'You already have an active enrollment',
  ENROLLMENT_NOT_FOUND: 'Enrollment not found',
  UNKNOWN_PROGRAM: 'Unknown program',
  INVALID_HOURS: 'Hours per week must be between 20 and 50',
  STRIPE_ERROR: 'Failed to reach the payment provider',
  NO_BILLING_ACCOUNT: 'No billing account found',
  PROVISIONING_INCOMPLETE: 'Account setup in progress. Please wait or contact support.',
  INVALID_DOCUMENT_TYPE: 'Unknown document type',
  INVALID_ENROLLMENT_ID: 'Enrollment id must be a UUID',
  REQUIRED_DOCUMENT_MISSING: 'Required documents missing',
  MISSING_FIELDS: 'Missing required fields',
  INVALID_ACTION: 'Unknown action',
  GPS_REQUIRED: 'Location is required',
  GPS_ACCURACY_LOW: 'Location is not accurate enough',
  APPRENTICE_MISMATCH: 'This is not your apprentice record',
  PROGRAM_MISMATCH: 'This is not your program',
  INVALID_STATE_TRANSITION: 'This is not possible now',
  ENTRY_NOT_FOUND: 'Time entry not found',
  NO_OPEN_SESSION: 'Not currently clocked in.',
  SITE_NOT_FOUND: 'Site not found',
  SITE_NOT_ALLOWED: 'This site is not one of yours',
  OUTSIDE_GEOFENCE: 'You are not at the site',
  CODE_REQUIRED: 'Check-in code is required',
  CODE_EXPIRED: 'Invalid or expired check-in code',
  WRONG_SHOP: 'This code belongs to another shop',
  REASON_NOT_OVERRIDABLE: 'This reason cannot be overridden',
  INVALID_EXPIRY: 'Expiry must be an ISO timestamp in the future',
  DURATION_TOO_LONG: 'An override lasts 30 days at most',
  USER_NOT_FOUND: 'User not found',
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
