import { CLOCK_ACTIONS, type ClockAction, type Position } from '@officina/contracts/training';
import { MAX_ACCURACY_M } from '@officina/contracts/training-places';
import { AppError, invalid } from '../../../kernel/errors.ts';
import { isUuid } from '../../../kernel/ids.ts';

export interface ClockFields {
  action: ClockAction;
  apprenticeId: string;
  partnerId: string;
  programId: string;
  siteId: string;
  /** The shift that is meant; null means the open one. */
  progressEntryId: string | null;
  position: Position;
}

type Raw = Partial<Record<keyof Omit<ClockFields, 'position'> | keyof Position, unknown>>;

/** As callers of the contract name them, in its order. */
const REQUIRED = {
  action: 'action',
  apprenticeId: 'apprentice_id',
  partnerId: 'partner_id',
  programId: 'program_id',
  siteId: 'site_id',
} as const;

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === '';

function readId(value: unknown, field: string): string {
  if (typeof value !== 'string' || !isUuid(value)) throw invalid({ field, message: 'Invalid id' });
  return value.toLowerCase();
}

const isWithin = (value: unknown, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most;

/** Where the device is. GPS_REQUIRED for what is no position. */
export function readPosition({ lat, lng, accuracyM }: Raw): Position {
  const located = isWithin(lat, 90) && isWithin(lng, 180);
  if (!located || !isWithin(accuracyM, Number.MAX_VALUE) || accuracyM < 0) throw new AppError('GPS_REQUIRED');
  return { lat, lng, accuracyM };
}

/** What the request says, checked in the order of the contract: fields, action, ids, position, accuracy. */
export function readClockFields(raw: Raw): ClockFields {
  const names = Object.keys(REQUIRED) as (keyof typeof REQUIRED)[];
  const missing = names.filter((name) => isAbsent(raw[name]));
  if (missing.length)
    throw new AppError('MISSING_FIELDS', undefined, { missing: missing.map((name) => REQUIRED[name]) });
  const action = CLOCK_ACTIONS.find((one) => one === raw.action);
  if (!action) throw new AppError('INVALID_ACTION');
  const ids = {
    apprenticeId: readId(raw.apprenticeId, 'apprentice_id'),
    partnerId: readId(raw.partnerId, 'partner_id'),
    programId: readId(raw.programId, 'program_id'),
    siteId: readId(raw.siteId, 'site_id'),
    progressEntryId: isAbsent(raw.progressEntryId) ? null : readId(raw.progressEntryId, 'progress_entry_id'),
  };
  const position = readPosition(raw);
  if (position.accuracyM > MAX_ACCURACY_M)
    throw new AppError('GPS_ACCURACY_LOW', undefined, {
      accuracy_m: position.accuracyM,
      max_allowed: MAX_ACCURACY_M,
    });
  return { action, ...ids, position };
}
