import { describe, expect, it } from 'vitest';
import { contestedFields } from './conflict.ts';

const base = { name: 'A', phone: '1', tags: ['x'], owner: { id: '1', label: 'A' } };

describe('what a form would overwrite', () => {
  it('is nothing when only this form changed something', () => {
    expect(contestedFields(base, { ...base, name: 'B' }, base)).toEqual([]);
  });

  it('is nothing when both sides came to the same', () => {
    expect(contestedFields(base, { ...base, name: 'B' }, { ...base, name: 'B' })).toEqual([]);
  });

  it('tells fields that both changed from those that only a colleague changed', () => {
    const mine = { ...base, name: 'Mine' };
    const theirs = { ...base, name: 'Theirs', tags: ['x', 'y'] };
    expect(contestedFields(base, mine, theirs)).toEqual([
      { name: 'name', mine: 'Mine', theirs: 'Theirs', both: true },
      { name: 'tags', mine: ['x'], theirs: ['x', 'y'], both: false },
    ]);
  });

  it('compares values and not objects', () => {
    expect(contestedFields(base, base, structuredClone(base))).toEqual([]);
  });
});
