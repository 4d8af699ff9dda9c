import { describe, expect, it } from 'vitest';
import { firstBilling } from './billing-date.ts';

const FRIDAY_TEN = { billingWeekday: 5, billingHour: 10 };
const at = (iso: string, zone = 'America/Indiana/Indianapolis') => {
  const { anchor, text } = firstBilling(Temporal.Instant.from(iso), zone, FRIDAY_TEN);
  return [anchor.toISOString(), text];
};

describe('the first weekly payment', () => {
  it.each([
    ['2025-02-07T05:00:00Z', 'a Friday has the next one'],
    ['2025-02-08T04:59:59Z', 'the last moment of that Friday'],
    ['2025-02-10T12:00:00Z', 'a Monday'],
    ['2025-02-14T04:59:59Z', 'the last moment of the Thursday'],
  ])('%s is followed by the same Friday: %s', (iso) => {
    expect(at(iso)).toEqual(['2025-02-14T15:00:00.000Z', 'Friday, Feb 14']);
  });

  it('moves on with the local Friday, whatever day it is in Greenwich', () => {
    expect(at('2025-02-14T05:00:00Z')).toEqual(['2025-02-21T15:00:00.000Z', 'Friday, Feb 21']);
  });

  it('is at ten by the clocks of the zone in summer and across both changes', () => {
    expect(at('2025-07-01T12:00:00Z')[0]).toBe('2025-07-04T14:00:00.000Z');
    expect(at('2025-03-08T12:00:00Z')[0]).toBe('2025-03-14T14:00:00.000Z');
    expect(at('2025-11-01T12:00:00Z')[0]).toBe('2025-11-07T15:00:00.000Z');
    expect(at('2025-02-10T12:00:00Z', 'Pacific/Auckland')[1]).toBe('Friday, Feb 14');
  });
});
