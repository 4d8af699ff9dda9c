import { expect, it } from 'vitest';
import { anotherServer } from '../testing/harness.ts';

it('without its database the server still answers, in the envelope of whom is asked', async () => {
  const { app, services } = await anotherServer();
  await services.client.close();
  const ask = async (path: string) => {
    const answer = await app.request(path, { headers: { cookie: 'officina_session=whatever' } });
    return [answer.status, await answer.json()];
  };
  expect(await ask('/health')).toMatchObject([503, { status: 'unhealthy' }]);
  expect(await ask('/api/contacts')).toMatchObject([500, { success: false, code: 'INTERNAL_ERROR' }]);
  expect(await ask('/api/payments/process')).toMatchObject([500, { error: 'Internal server error' }]);
  expect(await ask('/trpc/contacts.list')).toMatchObject([500, { success: false, code: 'INTERNAL_ERROR' }]);
});
