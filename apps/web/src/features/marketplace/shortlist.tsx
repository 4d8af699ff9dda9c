import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReviewSheet } from './review-sheet.tsx';
import { MOST, useShortlist } from './shortlist-store.ts';
import { useCatalogue } from './use-catalogue.ts';

const LONGEST_NOTE = 140;

/** At most three services, in the visitor's order and with a note each. */
export function Shortlist() {
  const { t } = useLingui();
  const services = useCatalogue().data;
  const { choices, move, note, remove } = useShortlist();
  const [reviewing, setReviewing] = useState(false);
  const known = choices.flatMap((choice) => {
    const service = services?.find(({ slug }) => slug === choice.slug);
    return service ? [{ ...choice, service }] : [];
  });
  if (known.length === 0) return null;
  const [count, most] = [known.length, MOST];
  return (
    <Panel
      title={t`Your shortlist (${count} of ${most})`}
      action={<Button variant="primary" onClick={() => setReviewing(true)}>{t`Review and request`}</Button>}
      flush
    >
      <ol className="divide-y border-t">
        {known.map(({ slug, note: text, service }, index) => (
          <li key={slug} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <span className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-ink text-xs">
              {index + 1}
            </span>
            <Link
              to="/marketplace/$slug"
              params={{ slug }}
              className="min-w-0 flex-1 truncate font-medium underline-offset-2 hover:underline max-sm:basis-2/3"
            >
              {service.title}
            </Link>
            <span className="w-full sm:w-72">
              <Input
                aria-label={t`Note on ${service.title}`}
                placeholder={t`A note for yourself and for us`}
                maxLength={LONGEST_NOTE}
                value={text}
                onChange={(event) => note(slug, event.target.value)}
              />
            </span>
            <span className="flex">
              <IconButton
                label={t`Move ${service.title} up`}
                disabled={index === 0}
                onClick={() => move(slug, -1)}
              >
                <ArrowUp aria-hidden className="size-4" />
              </IconButton>
              <IconButton
                label={t`Move ${service.title} down`}
                disabled={index === known.length - 1}
                onClick={() => move(slug, 1)}
              >
                <ArrowDown aria-hidden className="size-4" />
              </IconButton>
              <IconButton label={t`Take ${service.title} off the shortlist`} onClick={() => remove(slug)}>
                <X aria-hidden className="size-4" />
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      {reviewing && <ReviewSheet chosen={known} onClose={() => setReviewing(false)} />}
    </Panel>
  );
}
