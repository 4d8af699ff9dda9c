import { describe, expect, it } from 'vitest';
import { addDemoServices } from '../../../domains/catalogue/demo-services/add-demo-services.ts';
import { createWorld, httpClient } from '../../../testing/harness.ts';

const WORKED = 'Our shop floor PLC network had a breach and we need urgent help with monitoring.';
const failure = (errorKey: string, suffix: string) => ({
  errorKey,
  messageKey: `marketplace.intake.error.${suffix}`,
});

async function marketplace() {
  const world = await createWorld();
  await addDemoServices(world.server.services.client.db, world.tenant.id);
  const { call } = await httpClient(world);
  return (body: unknown, headers?: Record<string, string>) =>
    call('POST', '/api/marketplace/intake', body, headers);
}

describe('POST /api/marketplace/intake', () => {
  it('ranks the services of the worked example, the same for the same body', async () => {
    const intake = await marketplace();
    const { status, body, bytes } = await intake({ brief: WORKED });
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['summary', 'recommendations', 'shortlistHint']);
    expect(body.recommendations.map(({ slug }: { slug: string }) => slug)).toEqual([
      'plant-network-zones',
      'shop-floor-to-cloud',
      'security-posture-review',
      'incident-recovery-sprint',
      'performance-tune-up',
    ]);
    expect(body.recommendations.map(({ confidence }: { confidence: number }) => confidence)).toEqual([
      0.55, 0.55, 0.45, 0.45, 0.45,
    ]);
    expect(body.shortlistHint).toEqual({ max: 3 });
    expect((await intake({ brief: WORKED })).bytes.equals(bytes)).toBe(true);
  });

  it('takes signals, and what it does not know it drops', async () => {
    const intake = await marketplace();
    const signals = { urgency: 'low', constraints: ['Remote'], context: ['two plants'] };
    const { status, body } = await intake({ brief: 'firewall', signals, more: 1 });
    expect(status).toBe(200);
    expect(body.summary.text).toBe(
      'Focus: security. Urgency: low. Constraints: remote. Context: two plants.',
    );
  });

  it('takes 777 words and no more, nor more than 20 000 characters', async () => {
    const intake = await marketplace();
    const words = (count: number) => Array.from({ length: count }, () => 'word').join('\n');
    expect((await intake({ brief: words(777) })).status).toBe(200);
    const tooLong = failure('brief_too_long', 'briefTooLong');
    for (const brief of [words(778), 'x'.repeat(20_001), 'x'.repeat(300_000)]) {
      const { status, body } = await intake({ brief, signals: 'bad' });
      expect([status, body]).toEqual([400, tooLong]);
    }
  });

  it('says what is wrong by its keys, the brief first', async () => {
    const intake = await marketplace();
    const required = failure('brief_required', 'briefRequired');
    for (const body of [{}, { brief: 7 }, { brief: ' \n' }, { signals: 'bad' }, 'null', '[]', '"text"']) {
      const answer = await intake(body);
      expect([answer.status, answer.body]).toEqual([400, required]);
    }
    const invalid = failure('invalid_payload', 'generic');
    const brief = 'firewall';
    for (const body of [
      '{',
      '',
      { brief, signals: { urgency: 'now' } },
      { brief, signals: { constraints: 'remote' } },
      { brief, signals: { context: Array.from({ length: 21 }, () => 'x') } },
      { brief, signals: { constraints: ['x'.repeat(81)] } },
      { brief: 'fire\u0000wall' },
    ]) {
      const answer = await intake(body);
      expect([answer.status, answer.body]).toEqual([400, invalid]);
    }
  });

  it('is open to forms of other sites', async () => {
    const intake = await marketplace();
    const answer = await intake({ brief: WORKED }, { origin: 'https://partner.example' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
