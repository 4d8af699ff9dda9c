import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  comparePlainDates,
  daysBetween,
  isoDayOfWeek,
  isoWeekLabel,
  isPlainDate,
  monthLabel,
} from './calendar.ts';

const anyDate = fc
  .date({ min: new Date('0010-01-01T00:00:00Z'), max: new Date('9980-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('isPlainDate', () => {
  test.each(['2026-01-01', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('takes %s', (date) => {
    expect(isPlainDate(date)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '0000-01-01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '20260101',
    '',
    null,
    20260101,
    undefined,
  ])('refuses %s', (value) => {
    expect(isPlainDate(value)).toBe(false);
  });
});

test('days are calendar days, across leap days and the change to summer time', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-01-14', '2026-01-31')).toBe(17);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
});

test('dates outside the calendar throw', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
  expect(() => monthLabel('2026-13-01')).toThrow(RangeError);
});

test.each([
  ['2025-12-01', '2025-W49'],
  ['2025-12-28', '2025-W52'],
  ['2025-12-29', '2026-W01'],
  ['2027-01-01', '2026-W53'],
  ['2027-01-04', '2027-W01'],
  ['2024-12-30', '2025-W01'],
])('the ISO week of %s is %s', (date, label) => {
  expect(isoWeekLabel(date)).toBe(label);
});

test('month labels', () => {
  expect(monthLabel('2026-01-31')).toBe('2026-01');
});

test('adding and measuring agree', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
      const other = addDays(date, days);
      expect(daysBetween(date, other)).toBe(days);
      expect(Math.sign(comparePlainDates(other, date))).toBe(Math.sign(days));
      expect(comparePlainDates(other, date) < 0).toBe(other < date);
    }),
  );
});

test('weekdays and ISO weeks agree with Temporal', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const day = Temporal.PlainDate.from(date);
      expect(isoDayOfWeek(date)).toBe(day.dayOfWeek);
      const year = String(day.yearOfWeek).padStart(4, '0');
      expect(isoWeekLabel(date)).toBe(`${year}-W${String(day.weekOfYear).padStart(2, '0')}`);
    }),
  );
});
