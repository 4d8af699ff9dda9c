import type { IntakeAnswer } from '@officina/contracts/catalogue';
import { type Need, readBrief, type Signals } from './read-brief.ts';
import { type Candidate, scoreService } from './score-service.ts';

const RECOMMENDED = 5;
const SHORTLIST = 3;

function summaryText({ tags, urgency, constraints, context }: Need): string {
  const told = [
    `Focus: ${tags.join(', ') || 'general'}.`,
    `Urgency: ${urgency}.`,
    `Constraints: ${constraints.join(', ') || 'none'}.`,
    ...(context.length ? [`Context: ${context.join('; ')}.`] : []),
  ];
  return told.join(' ');
}

/**
 * The five services nearest to a brief, by score and then by their order in the catalogue. The same brief over the same
 * catalogue gives the same answer.
 */
export function recommend(brief: string, signals: Signals, catalogue: readonly Candidate[]): IntakeAnswer {
  const need = readBrief(brief, signals);
  const { tags, urgency, constraints, context } = need;
  // The sort is stable: equals keep the catalogue's order.
  const ranked = catalogue
    .map((service) => scoreService(need, service))
    .sort((a, b) => b.score - a.score)
    .slice(0, RECOMMENDED);
  return {
    summary: { text: summaryText(need), tags, urgency, constraints, context },
    recommendations: ranked.map(({ told }) => told),
    shortlistHint: { max: SHORTLIST },
  };
}
