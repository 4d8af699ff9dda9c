import { expect, it } from 'vitest';
import { timestamp } from './fields.ts';

it('normalises a timestamp, and takes none that the database could not keep', () => {
  expect(timestamp.parse('2026-03-01T23:30:00-05:00')).toBe('2026-03-02T04:30:00.000Z');
  for (const text of [
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:00:00-05:00',
    '2026-02-30T00:00:00Z',
  ])
    expect([text, timestamp.safeParse(text).success]).toEqual([text, false]);
});
