import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseInput } from './input.ts';

const anything = z.unknown();

describe('input', () => {
  it.each([
    ['a\u0000b', 'body'],
    [{ a: { b: 'x\ud800y' } }, 'a.b'],
    [{ list: ['ok', '\udc00'] }, 'list.1'],
    [{ 'key\u0000': 1 }, 'body'],
    [{ meta: { '\ud83d': 1 } }, 'meta'],
  ])('that the database cannot store is refused: %j', (raw, field) => {
    expect(() => parseInput(anything, raw)).toThrow(
      expect.objectContaining({ code: 'VALIDATION_ERROR', details: [expect.objectContaining({ field })] }),
    );
  });

  it('may hold any whole character', () => {
    const raw = { text: 'Zoé 😀 שלום', deep: [['\ue000']] };
    expect(parseInput(anything, raw)).toBe(raw);
  });

  it('nested out of all proportion is refused', () => {
    let raw: unknown = 'x';
    for (let i = 0; i < 5000; i++) raw = [raw];
    expect(() => parseInput(anything, raw)).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }));
  });
});
