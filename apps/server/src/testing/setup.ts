import { afterAll, afterEach, expect } from 'vitest';
import { closeTestServer } from './harness.ts';
import { takeLoggedSecrets } from './log-watch.ts';
import { takeProblems } from './statements.ts';

// A statement that could see another tenant's rows fails the test that sent it, whatever it returned.
afterEach(() => {
  expect(takeProblems(), 'statements on tenant tables without tenant_id').toEqual([]);
});

// Nor may any test make the server log a secret.
afterEach(() => {
  expect(takeLoggedSecrets(), 'secrets in the log').toEqual([]);
});

afterAll(closeTestServer);
