import { DrizzleQueryError } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { loggedError } from './logged-error.ts';

const refused = Object.assign(new Error('duplicate key value violates unique constraint "users_email"'), {
  code: '23505',
  constraint_name: 'users_email',
  detail: 'Key (email)=(sophie@example.test) already exists.',
  parameters: ['sophie@example.test', 'hunter2'],
  client: { password: 'hunter2' },
});

it('an error is told without the values that were sent with it, however deep they sit', () => {
  const failed = new DrizzleQueryError(
    'insert into users values ($1, $2)',
    ['sophie@example.test', 'hunter2'],
    refused,
  );
  const told = loggedError(new Error('sign-up failed', { cause: failed }));
  expect(told).toMatchObject({
    type: 'Error',
    message: 'sign-up failed',
    stack: expect.arrayContaining([expect.stringMatching(/logged-error\.test\.ts:\d+/)]),
    cause: {
      type: 'DrizzleQueryError',
      message: 'Failed query: insert into users values ($1, $2)',
      cause: { code: '23505', constraint_name: 'users_email' },
    },
  });
  expect(JSON.stringify(told)).not.toMatch(/sophie@|hunter2/);
});

it('what is no error is told as it is', () => {
  expect(loggedError('stopped')).toBe('stopped');
});
