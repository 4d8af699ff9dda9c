import { useLingui } from '@lingui/react/macro';
import type { IntakeAnswer, ServiceTag, UrgencyClass } from '@officina/contracts/catalogue';
import type { DeliveryMode } from '@officina/contracts/portal';
import { usePortalWords } from '../../shell/portal/words.ts';
import { useServiceWords } from './service-words.ts';

/** What the intake's published, English words say, in the reader's language. */
export function useReasonWords() {
  const { t } = useLingui();
  const { urgencies } = useServiceWords();
  const { modes } = usePortalWords();
  const tags: Record<ServiceTag, string> = {
    security: t({ context: 'brief', message: 'security' }),
    compliance: t({ context: 'brief', message: 'compliance' }),
    'it-ot': t({ context: 'brief', message: 'IT and OT' }),
    ai: t({ context: 'brief', message: 'AI' }),
    governance: t({ context: 'brief', message: 'governance' }),
    risk: t({ context: 'brief', message: 'risk' }),
    observability: t({ context: 'brief', message: 'observability' }),
    performance: t({ context: 'brief', message: 'performance' }),
    resilience: t({ context: 'brief', message: 'resilience' }),
    delivery: t({ context: 'brief', message: 'delivery' }),
    integration: t({ context: 'brief', message: 'integration' }),
  };
  const levels: Record<IntakeAnswer['summary']['urgency'], string> = {
    high: t({ context: 'urgency', message: 'high' }),
    medium: t({ context: 'urgency', message: 'medium' }),
    low: t({ context: 'urgency', message: 'low' }),
  };
  const listed = (words: readonly string[]) =>
    words.map((word) => tags[word as ServiceTag] ?? word).join(', ');

  /** Why a service was recommended. */
  const reasonOf = (reason: string): string => {
    const [, covered] = /^Covers (.+)$/.exec(reason) ?? [];
    if (covered) return t`Covers ${listed(covered.split(', '))}`;
    const [, period] = /^Fits \w+ urgency \((.+)\)$/.exec(reason) ?? [];
    if (period) return t`As soon as you need it: ${urgencies[period as UrgencyClass] ?? period}`;
    const [, mode] = /^Can be delivered (.+)$/.exec(reason) ?? [];
    if (mode) return t`Can be delivered: ${modes[mode as DeliveryMode] ?? mode}`;
    return t`Comes near your brief`;
  };

  /** What was understood of a brief. */
  const summaryOf = ({ summary }: IntakeAnswer): string => {
    const focus = listed(summary.tags) || t({ context: 'brief', message: 'general' });
    const urgency = levels[summary.urgency];
    const constraints = summary.constraints.map((word) => modes[word as DeliveryMode] ?? word).join(', ');
    return [
      t`We understood: ${focus}`,
      t`urgency ${urgency}`,
      ...(constraints ? [t`to be done ${constraints}`] : []),
    ].join(' · ');
  };
  return { reasonOf, summaryOf };
}
