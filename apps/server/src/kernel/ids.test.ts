import { expect, it } from 'vitest';
import { isUuid, newId } from './ids.ts';

it('makes ids that sort in the order of their making', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every(isUuid)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^.{14}7.{4}[89ab]/.test(id))).toBe(true);
});
