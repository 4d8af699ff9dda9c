import { useLingui } from '@lingui/react/macro';
import type { ServiceView } from '@officina/contracts/catalogue';
import { useState } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { PriceAndTime } from './price-and-time.tsx';

interface ReviewSheetProps {
  chosen: { slug: string; note: string; service: ServiceView }[];
  onClose: () => void;
}

/** What a scope request may say. */
const LONGEST = 140;

/** What the visitor chose, with a summary in their words that goes along with the request. */
export function ReviewSheet({ chosen, onClose }: ReviewSheetProps) {
  const { t } = useLingui();
  const [summary, setSummary] = useState(() =>
    chosen
      .map(({ service, note }) => (note ? `${service.title}: ${note}` : service.title))
      .join('; ')
      .slice(0, LONGEST),
  );
  const [first] = chosen;
  if (!first) return null;
  return (
    <Dialog
      drawer
      title={t`Review your choice`}
      description={t`The first is what you ask about; the summary tells us the rest.`}
      onClose={onClose}
      footer={
        <LinkButton
          variant="primary"
          to="/request-scope"
          search={{ service: first.slug, mode: first.service.defaultMode, note: summary || undefined }}
        >
          {t`Request a scope`}
        </LinkButton>
      }
    >
      <ol className="flex flex-col gap-4">
        {chosen.map(({ slug, service, note }) => (
          <li key={slug}>
            <p className="font-medium">{service.title}</p>
            <p className="text-ink-muted text-sm">{note || service.oneLine}</p>
            <PriceAndTime service={service} />
          </li>
        ))}
      </ol>
      <div className="mt-5">
        <Field
          label={t`Summary`}
          aside={
            <span className="tabular">
              {summary.length}/{LONGEST}
            </span>
          }
        >
          <Textarea
            rows={4}
            maxLength={LONGEST}
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
          />
        </Field>
      </div>
    </Dialog>
  );
}
