import type { ErrorCode } from '@officina/contracts/errors';

/** What every contract that knows these statuses means by them; a surface adds its own. Other codes are a 400. */
export const COMMON_STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  EMAIL_NOT_VERIFIED: 403,
  STEP_UP_REQUIRED: 403,
  SSO_REQUIRED: 403,
  ORIGIN_MISMATCH: 403,
  TENANT_MISMATCH: 403,
  PLAN_LIMIT_REACHED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  RATE_LIMIT_EXCEEDED: 429,
  SERVICE_UNAVAILABLE: 500,
  INTERNAL_ERROR: 500,
};
