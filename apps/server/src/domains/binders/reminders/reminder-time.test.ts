import { describe, expect, it } from 'vitest';
import { isDue, nextRun } from './reminder-time.ts';

const at = (iso: string) => Temporal.Instant.from(iso);
const jerusalem = (lastRun: string | null) => ({ timeZone: 'Asia/Jerusalem', lastRun });

/** The moments of a day, a quarter of an hour apart, at which the schedule would run, having run the day before. */
function runsOn(timeZone: string, day: string, hour: number): string[] {
  let lastRun = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  const runs: string[] = [];
  for (let now = start; now.toPlainDate().toString() === day; now = now.add({ minutes: 15 })) {
    if (!isDue({ timeZone, lastRun }, hour, now.toInstant())) continue;
    runs.push(now.toString({ timeZoneName: 'never' }));
    lastRun = day;
  }
  return runs;
}

describe('the hour of the reminders', () => {
  it('is that of the tenant’s own clock, winter and summer', () => {
    expect(isDue(jerusalem('2026-01-14'), 7, at('2026-01-15T04:45:00Z'))).toBe(false);
    expect(isDue(jerusalem('2026-01-14'), 7, at('2026-01-15T05:00:00Z'))).toBe(true);
    expect(isDue(jerusalem('2026-07-14'), 7, at('2026-07-15T04:00:00Z'))).toBe(true);
    expect(isDue(jerusalem('2026-07-15'), 7, at('2026-07-15T04:15:00Z'))).toBe(false);
    expect(isDue({ timeZone: 'Asia/Kolkata', lastRun: '2026-01-14' }, 7, at('2026-01-15T01:30:00Z'))).toBe(
      true,
    );
  });

  it('comes once on the days on which clocks change', () => {
    // 2026-03-27: 02:00 is 03:00; 2026-10-25: 01:00 comes twice.
    expect(runsOn('Asia/Jerusalem', '2026-03-27', 2)).toEqual(['2026-03-27T03:00:00+03:00']);
    expect(runsOn('Asia/Jerusalem', '2026-03-27', 7)).toEqual(['2026-03-27T07:00:00+03:00']);
    expect(runsOn('Asia/Jerusalem', '2026-10-25', 1)).toEqual(['2026-10-25T01:00:00+03:00']);
    expect(runsOn('America/New_York', '2026-11-01', 7)).toEqual(['2026-11-01T07:00:00-05:00']);
  });

  it('is made up for on the same day, but never before the first run', () => {
    expect(isDue(jerusalem('2026-01-14'), 7, at('2026-01-15T16:00:00Z'))).toBe(true);
    expect(isDue(jerusalem(null), 7, at('2026-01-15T16:00:00Z'))).toBe(false);
    expect(isDue(jerusalem(null), 7, at('2026-01-15T05:15:00Z'))).toBe(true);
  });

  it('comes next today or tomorrow', () => {
    const next = (iso: string, hour = 7) => nextRun('Asia/Jerusalem', hour, at(iso)).toString();
    expect(next('2026-01-15T04:59:00Z')).toBe('2026-01-15T05:00:00Z');
    expect(next('2026-01-15T05:00:00Z')).toBe('2026-01-16T05:00:00Z');
    expect(next('2026-03-26T23:30:00Z', 2)).toBe('2026-03-27T00:00:00Z');
  });
});
