import { SERVICE_TAGS } from '@officina/contracts/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoServices } from '../demo-services/demo-services.ts';
import { contentOf } from '../service-row.ts';
import { found, normalise, occurs, TAG_CUES } from './cues.ts';
import { recommend } from './recommend.ts';

const catalogue = demoServices.map((service) => {
  const { facts, texts } = contentOf(service);
  return { ...facts, id: service.code, slug: service.slug, notFor: texts.en.notFor };
});
const none = { constraints: [], context: [] };
const WORKED = 'Our shop floor PLC network had a breach and we need urgent help with monitoring.';

describe('the worked example', () => {
  it('gives these services in this order', () => {
    const { summary, recommendations, shortlistHint } = recommend(WORKED, none, catalogue);
    expect(summary).toEqual({
      text: 'Focus: security, it-ot, observability. Urgency: high. Constraints: none.',
      tags: ['security', 'it-ot', 'observability'],
      urgency: 'high',
      constraints: [],
      context: [],
    });
    expect(recommendations).toEqual([
      {
        serviceId: 'svc-007',
        slug: 'plant-network-zones',
        fit: 'medium',
        confidence: 0.55,
        reasons: ['Covers security, it-ot'],
        nextAction: 'view',
      },
      {
        serviceId: 'svc-010',
        slug: 'shop-floor-to-cloud',
        fit: 'medium',
        confidence: 0.55,
        reasons: ['Covers it-ot, observability'],
        nextAction: 'view',
      },
      ...[
        ['svc-001', 'security-posture-review', 'security'],
        ['svc-002', 'incident-recovery-sprint', 'security'],
        ['svc-005', 'performance-tune-up', 'observability'],
      ].map(([serviceId, slug, tag]) => ({
        serviceId,
        slug,
        fit: 'medium',
        confidence: 0.45,
        reasons: [`Covers ${tag}`, 'Fits high urgency (2-4 weeks)'],
        nextAction: 'view',
      })),
    ]);
    expect(shortlistHint).toEqual({ max: 3 });
  });
});

describe('cues', () => {
  it('are words of their own, with one plural s', () => {
    const text = normalise('Not a robot: our IT/OT  Breaches, APIs and the Systèmes');
    expect(occurs(text, 'ot')).toBe(true);
    expect(occurs(normalise('it is not here'), 'ot')).toBe(false);
    expect(occurs(text, 'api')).toBe(true);
    expect(occurs(normalise('apiss'), 'api')).toBe(false);
    expect(occurs(text, 'breach')).toBe(false);
    expect(occurs(text, 'systemes')).toBe(true);
    expect(occurs(normalise('shop\n floor'), 'shop floor')).toBe(true);
    expect(occurs(normalise('ml2'), 'ml')).toBe(false);
  });

  it('name subjects in their order, whatever the brief’s', () => {
    expect(found(normalise('an api audit for a firewall'), TAG_CUES)).toEqual([
      'security',
      'compliance',
      'integration',
    ]);
  });
});

describe('signals', () => {
  it('go before the brief’s own words, and modes are found in both', () => {
    const { summary, recommendations } = recommend(
      'Urgent: firewall, on site please',
      { urgency: 'low', constraints: ['  Hybrid ', 'No  Cloud', '', 'hybrid'], context: [' Plant A ', ' '] },
      catalogue,
    );
    expect(summary).toEqual({
      text: 'Focus: security. Urgency: low. Constraints: hybrid, no cloud, on-site. Context: Plant A.',
      tags: ['security'],
      urgency: 'low',
      constraints: ['hybrid', 'no cloud', 'on-site'],
      context: ['Plant A'],
    });
    expect(recommendations[0]?.reasons).toEqual(['Covers security', 'Can be delivered hybrid']);
  });

  it('count phrases that a service is not for, and say so when nothing fits', () => {
    const { recommendations } = recommend('strategic security, no penetration test', none, catalogue);
    // 3 for the subject, 2 off for the phrase, of 5.
    const review = recommendations.find(({ slug }) => slug === 'security-posture-review');
    expect(review).toBeUndefined();
    const general = recommend('hello', none, catalogue).recommendations;
    expect(general.map(({ slug }) => slug).slice(0, 4)).toEqual([
      'compliance-evidence-room',
      'plant-network-zones',
      'telemetry-foundation',
      'assistant-pilot',
    ]);
    expect(general[0]).toMatchObject({ confidence: 0.32, fit: 'low', nextAction: 'view' });
    expect(general[4]).toMatchObject({ confidence: 0, reasons: ['General match for your brief'] });
  });
});

const cue = fc.constantFrom(...Object.values(TAG_CUES).flat(), 'urgent', 'on-site', 'remote', 'office wifi');
const brief = fc
  .array(fc.oneof(cue, fc.string({ maxLength: 12 })), { maxLength: 30 })
  .map((words) => words.join(' '));
const strings = fc.array(fc.oneof(cue, fc.string()), { maxLength: 5 });
const signals = fc.record(
  { urgency: fc.constantFrom('low', 'medium', 'high'), constraints: strings, context: strings },
  { requiredKeys: ['constraints', 'context'] },
);

describe('any brief', () => {
  it('gets five different services, sorted, with shares between 0 and 1, and always the same', () => {
    fc.assert(
      fc.property(brief, signals, (text, given) => {
        const answer = recommend(text, given, catalogue);
        const { recommendations, summary } = answer;
        expect(new Set(recommendations.map(({ slug }) => slug)).size).toBe(5);
        expect(JSON.stringify(recommend(text, given, catalogue))).toBe(JSON.stringify(answer));
        const order = SERVICE_TAGS.filter((tag) => summary.tags.includes(tag));
        expect(summary.tags).toEqual(order);
        for (const { confidence, fit, nextAction, reasons } of recommendations) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(Math.abs(confidence * 100 - Math.round(confidence * 100))).toBeLessThan(1e-9);
          expect(nextAction).toBe(fit === 'high' ? 'requestScope' : 'view');
          expect(reasons.length).toBeGreaterThan(0);
          if (!reasons.some((reason) => reason.startsWith('Covers')))
            expect(confidence).toBeLessThanOrEqual(0.32);
        }
      }),
    );
  });

  it('says the same in other letters and blanks', () => {
    fc.assert(
      fc.property(brief, (text) => {
        const told = recommend(text, none, catalogue);
        expect(recommend(`  ${text.replace(/ /g, ' \n ')}`, none, catalogue)).toEqual(told);
      }),
    );
  });
});
