import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

const production = {
  NODE_ENV: 'production',
  JWT_SECRET: 'x'.repeat(32),
  RECEIPT_SECRET: 'x'.repeat(16),
  SECRETS_KEY: 'x'.repeat(32),
};
const account = { STRIPE_SECRET_KEY: 'sk_test_12345678', STRIPE_WEBHOOK_SECRET: 'whsec_12345678' };
const modeOf = (env: NodeJS.ProcessEnv) => loadConfig(env).payments.mode;

it('fills a demo wherever it is not told otherwise, but never in production', () => {
  expect([loadConfig({}).demo, loadConfig({ DEMO: '0' }).demo]).toEqual([true, false]);
  expect([loadConfig(production).demo, loadConfig({ ...production, DEMO: 'on' }).demo]).toEqual([
    false,
    true,
  ]);
});

it('needs a secret for receipts in production, save for a demo', () => {
  const without = { ...production, RECEIPT_SECRET: '' };
  expect(() => loadConfig(without)).toThrow(/RECEIPT_SECRET: expected in production/);
  expect(loadConfig({ ...without, DEMO: '1' }).receiptSecret).toBeNull();
});

it('needs a key for stored secrets in production, and calls this machine itself in a demo alone', () => {
  const without = { ...production, SECRETS_KEY: '' };
  expect(() => loadConfig(without)).toThrow(/SECRETS_KEY: expected in production/);
  expect(loadConfig({ ...without, DEMO: '1' })).toMatchObject({
    secretsKey: null,
    allowLoopbackTargets: true,
  });
  expect(loadConfig(production).allowLoopbackTargets).toBe(false);
});

it('is reached under PUBLIC_BASE_URL, or PUBLIC_URL', () => {
  expect(loadConfig({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000');
  const PUBLIC_URL = 'https://one.example/';
  expect(loadConfig({ PUBLIC_URL }).publicUrl).toBe('https://one.example');
  expect(loadConfig({ PUBLIC_URL, PUBLIC_BASE_URL: 'https://two.example' }).publicUrl).toBe(
    'https://two.example',
  );
});

describe('who takes the payments', () => {
  it('is Stripe with a key, else the sandbox, and nobody by mistake', () => {
    expect(modeOf({})).toBe('sandbox');
    expect(modeOf(account)).toBe('live');
    expect(modeOf({ ...account, PAYMENTS: 'off' })).toBe('off');
    expect(modeOf(production)).toBe('off');
    expect(modeOf({ ...production, DEMO: '1' })).toBe('sandbox');
    expect(modeOf({ ...production, ...account })).toBe('live');
  });

  it('is described whole', () => {
    const { STRIPE_SECRET_KEY } = account;
    expect(() => loadConfig({ STRIPE_SECRET_KEY })).toThrow(/STRIPE_WEBHOOK_SECRET: expected/);
    expect(() => loadConfig({ ...account, STRIPE_SECRET_KEY: 'pk_test_12345678' })).toThrow(
      /STRIPE_SECRET_KEY/,
    );
    expect(() => loadConfig({ ...production, PAYMENTS: 'on' })).toThrow(ConfigError);
    expect(() => loadConfig({ PAYMENTS: 'maybe' })).toThrow(/PAYMENTS: expected on or off/);
  });

  it('has one webhook secret for all addresses unless a second is given', () => {
    expect(loadConfig(account).payments).toMatchObject({ identityWebhookSecret: 'whsec_12345678' });
    const own = { ...account, STRIPE_IDENTITY_WEBHOOK_SECRET: 'whsec_of_identity' };
    expect(loadConfig(own).payments).toMatchObject({ identityWebhookSecret: 'whsec_of_identity' });
  });
});
