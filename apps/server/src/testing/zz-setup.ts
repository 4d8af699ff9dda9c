import { afterEach, expect } from 'vitest';
import { takeProblems } from './statements.ts';

afterEach(() => {
  expect(takeProblems(), 'statements on tenant tables without tenant_id').toEqual([]);
});
