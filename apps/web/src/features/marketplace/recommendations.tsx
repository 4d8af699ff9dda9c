import { useLingui } from '@lingui/react/macro';
import type { IntakeAnswer, ServiceView } from '@officina/contracts/catalogue';
import { clsx } from 'clsx';
import { Check } from 'lucide-react';
import { percent } from '../../lib/format.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { AddToShortlist } from './add-to-shortlist.tsx';
import { useReasonWords } from './reason-words.ts';
import { useCatalogue } from './use-catalogue.ts';

type Recommendation = IntakeAnswer['recommendations'][number];
const TONE: Record<Recommendation['fit'], Tone> = { high: 'success', medium: 'info', low: 'neutral' };

/** The five services that meet a brief best, the first of them at length. */
export function Recommendations({ answer }: { answer: IntakeAnswer }) {
  const { t } = useLingui();
  const { summaryOf } = useReasonWords();
  const services = useCatalogue().data;
  if (!services) return <SkeletonText lines={6} />;
  const found = answer.recommendations.flatMap((recommendation) => {
    const service = services.find(({ slug }) => slug === recommendation.slug);
    return service ? [{ recommendation, service }] : [];
  });
  return (
    <section aria-label={t`What fits your problem`} aria-live="polite">
      <p className="text-ink-muted text-sm">{summaryOf(answer)}</p>
      <ul className="mt-3 grid gap-3 sm:grid-cols-2">
        {found.map(({ recommendation, service }, index) => (
          <Card key={service.id} recommendation={recommendation} service={service} primary={index === 0} />
        ))}
      </ul>
    </section>
  );
}

interface CardProps {
  recommendation: Recommendation;
  service: ServiceView;
  primary: boolean;
}

function Card({ recommendation, service, primary }: CardProps) {
  const { t } = useLingui();
  const { reasonOf } = useReasonWords();
  const { fit, confidence, reasons, nextAction } = recommendation;
  const fits: Record<Recommendation['fit'], string> = {
    high: t`Strong fit`,
    medium: t`Good fit`,
    low: t`Possible fit`,
  };
  const { slug, defaultMode, title } = service;
  return (
    <li
      className={clsx(
        'flex flex-col rounded-panel border bg-surface p-4 shadow-panel',
        primary ? 'border-accent sm:col-span-2 sm:p-5' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={TONE[fit]}>{fits[fit]}</Badge>
        <span className="tabular text-ink-muted text-sm">{percent(confidence)}</span>
      </div>
      <h2 className={clsx('mt-2 font-semibold', primary ? 'text-xl' : 'text-lg')}>{title}</h2>
      <p className="mt-0.5 text-ink-muted">{service.oneLine}</p>
      <ul className="mt-3 flex flex-col gap-1 text-sm">
        {reasons.map((reason) => (
          <li key={reason} className="flex items-start gap-1.5">
            <Check aria-hidden className="mt-0.5 size-3.5 shrink-0 text-success" />
            {reasonOf(reason)}
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2 pt-1">
        <LinkButton
          to="/marketplace/$slug"
          params={{ slug }}
          variant={primary && nextAction === 'view' ? 'primary' : 'secondary'}
          aria-label={t`View ${title}`}
        >
          {t`View`}
        </LinkButton>
        <LinkButton
          to="/request-scope"
          search={{ service: slug, mode: defaultMode }}
          variant={primary && nextAction === 'requestScope' ? 'primary' : 'secondary'}
          aria-label={t`Request a scope for ${title}`}
        >
          {t`Request scope`}
        </LinkButton>
        <AddToShortlist slug={slug} title={title} />
      </div>
    </li>
  );
}
