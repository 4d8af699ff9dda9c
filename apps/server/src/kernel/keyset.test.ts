import { describe, expect, it } from 'vitest';
import { newId } from './ids.ts';
import { decodeCursor, encodeCursor, isMoment } from './keyset.ts';

const refusal = expect.objectContaining({
  code: 'VALIDATION_ERROR',
  details: [expect.objectContaining({ field: 'cursor' })],
});

describe('cursors', () => {
  it('come back as they were given', () => {
    const cursor = { value: '2026-01-15T10:00:00.000Z', id: newId() };
    expect(decodeCursor(encodeCursor(cursor), isMoment)).toEqual(cursor);
    expect(decodeCursor('')).toBeNull();
  });

  it.each([
    'nonsense',
    encodeCursor({ value: 'a', id: 'x' }),
    encodeCursor({ value: 'a\u0000', id: newId() }),
    Buffer.from('[{},"x"]').toString('base64url'),
  ])('refuses what it did not make: %s', (text) => {
    expect(() => decodeCursor(text)).toThrow(refusal);
  });

  it.each(['yesterday', '2026-13-40T00:00:00.000Z', '2026-01-15', 5, null])(
    'over a timestamp refuse %s',
    (value) => {
      expect(() => decodeCursor(encodeCursor({ value, id: newId() }), isMoment)).toThrow(refusal);
    },
  );
});
