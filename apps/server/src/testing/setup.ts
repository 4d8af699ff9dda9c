import { afterAll, afterEach, expect } from 'vitest';
import { closeTestServer } from './harness.ts';
import { takeProblems } from './statements.ts';

// A statement that could see another tenant's rows fails the test that sent it, whatever it returned.
afterEach(() => {
  expect(takeProblems(), 'statements on tenant tables without tenant_id').toEqual([]);
});

afterAll(closeTestServer);
