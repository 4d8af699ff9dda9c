import type { IntakeAnswer, ServiceFacts } from '@officina/contracts/catalogue';
import { occurs } from './cues.ts';
import type { Need } from './read-brief.ts';

/** What of a service is weighed. */
export interface Candidate extends Pick<ServiceFacts, 'tags' | 'urgencyClass' | 'deliveryModes'> {
  id: string;
  slug: string;
  notFor: readonly string[];
}

type Recommendation = IntakeAnswer['recommendations'][number];

/** A service that shares no subject with the brief is at most this near to it. */
const STRANGER = 0.32;
const HIGH = 0.66;
const MEDIUM = 0.33;

/** Two decimals, half up: 0.545 is 0.55 although it is stored as a little less. */
const rounded = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-9) / 100;

function fitOf(value: number): Recommendation['fit'] {
  if (value >= HIGH) return 'high';
  return value >= MEDIUM ? 'medium' : 'low';
}

/** How well a service meets a need: its score for ranking, and what the visitor is told. */
export function scoreService(need: Need, service: Candidate): { score: number; told: Recommendation } {
  const shared = need.tags.filter((tag) => service.tags.includes(tag));
  const inTime = service.urgencyClass === need.urgencyClass;
  const mode = need.modes.find((each) => service.deliveryModes.includes(each));
  const modeScore = need.modes.length === 0 ? 0 : mode ? 2 : -2;
  const against = service.notFor.filter((phrase) => occurs(need.text, phrase)).length;
  const score = 3 * shared.length + (inTime ? 2 : 0) + modeScore - 2 * against;
  const most = 3 * need.tags.length + 2 + (need.modes.length ? 2 : 0);
  const share = Math.min(1, Math.max(0, score) / most);
  const value = shared.length ? share : Math.min(share, STRANGER);
  const fit = fitOf(value);
  const reasons = [
    ...(shared.length ? [`Covers ${shared.join(', ')}`] : []),
    ...(inTime ? [`Fits ${need.urgency} urgency (${need.urgencyClass})`] : []),
    ...(mode ? [`Can be delivered ${mode}`] : []),
  ];
  const told: Recommendation = {
    serviceId: service.id,
    slug: service.slug,
    fit,
    confidence: rounded(value),
    reasons: reasons.length ? reasons : ['General match for your brief'],
    nextAction: fit === 'high' ? 'requestScope' : 'view',
  };
  return { score, told };
}
