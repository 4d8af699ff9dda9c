import { ApiError } from '../../lib/api-error.ts';
import type { SignalValues } from './signal-form.tsx';

const REQUIRED = ['fullName', 'email', 'primaryRole', 'domains', 'seniority', 'availabilityWindow'] as const;

/** The door says only that something is wrong, so what is missing is told before asking it. */
export function missingFields(values: SignalValues): void {
  const missing: string[] = REQUIRED.filter((field) => values[field].length === 0);
  if (!values.consent) missing.push('consent');
  if (missing.length === 0) return;
  const details = missing.map((field) => ({ field, message: 'Required' }));
  throw new ApiError('VALIDATION_ERROR', 'Required', details, '');
}
