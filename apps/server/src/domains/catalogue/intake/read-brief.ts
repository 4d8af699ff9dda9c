import type { ServiceTag, Urgency, UrgencyClass } from '@officina/contracts/catalogue';
import { DELIVERY_MODES, type DeliveryMode } from '@officina/contracts/portal';
import { found, MODE_CUES, normalise, TAG_CUES, URGENCY_CUES } from './cues.ts';

export interface Signals {
  urgency?: Urgency;
  constraints: readonly string[];
  context: readonly string[];
}

/** What a brief says, in the catalogue's words. */
export interface Need {
  /** The normalised brief. */
  text: string;
  tags: ServiceTag[];
  urgency: Urgency;
  urgencyClass: UrgencyClass;
  constraints: string[];
  context: string[];
  /** Those of the constraints that are modes of delivery. */
  modes: DeliveryMode[];
}

const CLASS: Record<Urgency, UrgencyClass> = {
  high: '2-4 weeks',
  medium: '6-12 weeks',
  low: '3-6 months',
};

const isMode = (word: string): word is DeliveryMode => (DELIVERY_MODES as readonly string[]).includes(word);

/** Reads a brief: nothing but the brief and its signals decides. */
export function readBrief(brief: string, signals: Signals): Need {
  const text = normalise(brief);
  const urgency = signals.urgency ?? found(text, URGENCY_CUES)[0] ?? 'medium';
  const given = signals.constraints.map(normalise).filter(Boolean);
  const constraints = [...new Set([...given, ...found(text, MODE_CUES)])];
  return {
    text,
    tags: found(text, TAG_CUES),
    urgency,
    urgencyClass: CLASS[urgency],
    constraints,
    context: signals.context.map((line) => line.trim()).filter(Boolean),
    modes: constraints.filter(isMode),
  };
}
