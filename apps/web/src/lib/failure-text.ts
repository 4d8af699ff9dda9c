import { i18n } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { ErrorCode } from '@officina/contracts/errors';
import type { Failure } from './errors.ts';
import { loadDomainMessages } from './i18n.ts';

// What goes wrong and what forms say is no part of the first load: whoever imports this has the words.
await loadDomainMessages('form');

const TEXTS: Partial<Record<ErrorCode | 'OFFLINE', ReturnType<typeof msg>>> = {
  VALIDATION_ERROR: msg`Some fields need your attention.`,
  PAYLOAD_TOO_LARGE: msg`This is too large to send.`,
  INVALID_CREDENTIALS: msg`E-mail or password is wrong.`,
  UNAUTHORIZED: msg`Your session has ended. Sign in again.`,
  ORIGIN_MISMATCH: msg`This request did not come from this site.`,
  TENANT_MISMATCH: msg`This address belongs to another firm.`,
  NOT_FOUND: msg`This no longer exists.`,
  SUBDOMAIN_EXISTS: msg`This address is already taken.`,
  EMAIL_EXISTS: msg`This e-mail is already registered.`,
  CONTACT_EMAIL_EXISTS: msg`Another contact already has this e-mail.`,
  CONTACT_IN_USE: msg`This contact still has documents or vehicles.`,
  VIN_EXISTS: msg`Another vehicle already has this VIN.`,
  MILEAGE_DECREASE: msg`Mileage cannot go down. Record a correction instead.`,
  INVALID_STATUS_TRANSITION: msg`Its status changed meanwhile, so this is no longer possible.`,
  QUOTE_EXPIRED: msg`This quote has expired. Renew it first.`,
  QUOTE_NOT_CONVERTIBLE: msg`Only an accepted quote becomes an invoice.`,
  QUOTE_ALREADY_CONVERTED: msg`This quote already became an invoice.`,
  DOCUMENT_LOCKED: msg`This document can no longer be changed.`,
  FILE_REQUIRED: msg`Choose a file first.`,
  FILE_TOO_LARGE: msg`This file is too large.`,
  INVALID_FILE_FORMAT: msg`This kind of file is not accepted.`,
  UNREADABLE_FILE: msg`This file cannot be read.`,
  VERSION_CONFLICT: msg`Somebody else changed this meanwhile. Reload to see their version.`,
  EMAIL_NOT_VERIFIED: msg`Confirm your e-mail address first.`,
  STEP_UP_REQUIRED: msg`Nothing was changed: confirm that it is you first.`,
  SSO_REQUIRED: msg`Your firm wants you to sign in through its own provider.`,
  ALREADY_VERIFIED: msg`This address is confirmed already.`,
  INVALID_CHALLENGE: msg`That took too long. Try again.`,
  PASSKEY_REJECTED: msg`This passkey was not accepted.`,
  PASSKEY_EXISTS: msg`This passkey is already registered.`,
  LAST_CREDENTIAL: msg`This is the only way to sign in. Set a password first.`,
  INVALID_BACKUP_CODE: msg`This code is wrong or was used already.`,
  INVALID_TOKEN: msg`This link is no longer valid.`,
  LAST_OWNER: msg`The last owner cannot be removed or demoted.`,
  OWN_MEMBERSHIP: msg`You cannot change your own role.`,
  MEMBER_EXISTS: msg`This person is already a member.`,
  RATE_LIMIT_EXCEEDED: msg`Too many attempts. Wait a minute and try again.`,
  SERVICE_UNAVAILABLE: msg`The service is not reachable right now. Try again soon.`,
  INTERNAL_ERROR: msg`Something went wrong on our side.`,
  OFFLINE: msg`No connection. Your input is kept; try again when you are back online.`,
};

/** The sentence to show, in the user's language. */
export function describe(failure: Failure): string {
  const details = (failure.details ?? {}) as Record<string, unknown>;
  if (failure.code === 'FORBIDDEN') {
    const word = String(details.permission ?? '');
    return word
      ? t`You lack the right “${word}”. An owner can grant it.`
      : t`You may not do this. An owner can grant the right.`;
  }
  if (failure.code === 'PLAN_LIMIT_REACHED') {
    const limit = Number(details.limit);
    return t`Your plan's limit of ${limit} is reached. Upgrade to add more.`;
  }
  const text = TEXTS[failure.code];
  return text ? i18n._(text) : failure.message || t`Something went wrong on our side.`;
}
