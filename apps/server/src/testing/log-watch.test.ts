import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { takeLoggedSecrets, watchedLog } from './log-watch.ts';

afterEach(() => void takeLoggedSecrets());

it.for([
  ['a session', `token ${Buffer.from('0123456789abcdefghIJKLMN').toString('base64url')}`],
  ['the token of a link', `/reset-password/${randomBytes(32).toString('hex')}`],
  ['an API key', `Bearer ofk_${randomBytes(32).toString('hex')}`],
  ['a cookie', 'cookie: officina_session=x'],
  ['a token of access', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI3In0.x'],
] as const)('finds %s in a line', ([, line]) => {
  watchedLog.write(line);
  expect(takeLoggedSecrets()).toHaveLength(1);
});

it('takes ids, paths and hashes of a package’s folder for what they are', () => {
  watchedLog.write(`{"requestId":"${randomUUID()}","path":"/api/contacts/${randomUUID()}/activities"}`);
  watchedLog.write(
    'at node_modules/.pnpm/vite@8.3.8_supports-col_e380395288bb4862512c5036efa4f0f0/index.mjs',
  );
  expect(takeLoggedSecrets()).toEqual([]);
});
