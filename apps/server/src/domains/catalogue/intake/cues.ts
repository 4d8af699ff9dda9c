import type { ServiceTag, Urgency } from '@officina/contracts/catalogue';
import type { DeliveryMode } from '@officina/contracts/portal';

/** The words by which a brief says what it is about. Source: portal specification §4.8. */

/** In the order in which subjects are named. */
export const TAG_CUES: Record<ServiceTag, readonly string[]> = {
  security: ['security', 'breach', 'vulnerability', 'intrusion', 'firewall'],
  compliance: ['compliance', 'regulation', 'audit', 'gdpr', 'certification'],
  'it-ot': ['ot', 'it/ot', 'shop floor', 'plc', 'scada'],
  ai: ['ai', 'machine learning', 'ml', 'llm', 'chatbot'],
  governance: ['governance', 'policy', 'oversight', 'steering committee', 'accountability'],
  risk: ['risk', 'exposure', 'threat', 'mitigation'],
  observability: ['observability', 'monitoring', 'logging', 'telemetry', 'tracing'],
  performance: ['performance', 'latency', 'slow', 'throughput'],
  resilience: ['resilience', 'outage', 'failover', 'disaster recovery', 'downtime'],
  delivery: ['delivery', 'overrun', 'milestone', 'backlog', 'late project'],
  integration: ['integration', 'api', 'interface', 'erp', 'middleware'],
};

/** The first that occurs decides. */
export const URGENCY_CUES: Record<Urgency, readonly string[]> = {
  high: ['urgent', 'asap', 'immediate', 'immediately', 'incident', 'breach', 'audit deadline'],
  medium: ['soon', 'priority', 'deadline', 'near-term', 'short-term'],
  low: ['strategic', 'roadmap', 'long-term', 'planning'],
};

export const MODE_CUES: Record<DeliveryMode, readonly string[]> = {
  remote: ['remote', 'offsite', 'off-site', 'virtual'],
  hybrid: ['hybrid'],
  'on-site': ['on-site', 'onsite', 'on site', 'in-person'],
};

/** NFKD without marks, lower-case, blanks collapsed: the form in which briefs and cues are compared. */
export const normalise = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a normalised text holds a cue as a word of its own, or with a plural `s`. */
export function occurs(text: string, cue: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(normalise(cue))}s?(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** The keys of a table of cues of which at least one occurs, in the table's order. */
export function found<K extends string>(text: string, table: Record<K, readonly string[]>): K[] {
  return (Object.keys(table) as K[]).filter((key) => table[key].some((cue) => occurs(text, cue)));
}
