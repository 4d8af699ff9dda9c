import { useLingui } from '@lingui/react/macro';
import type { ProgramView } from '@officina/contracts/training-views';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { date, money } from '../../lib/format.ts';
import { trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Facts } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';

export interface Terms {
  hoursPerWeek: number;
  transferredHours: number;
}

export function useTerms(): [Terms, (change: Partial<Terms>) => void] {
  const [terms, setTerms] = useState<Terms>({ hoursPerWeek: 40, transferredHours: 0 });
  return [terms, (change) => setTerms((before) => ({ ...before, ...change }))];
}

interface PriceCalculatorProps {
  program: ProgramView;
  terms: Terms;
  onChange: (change: Partial<Terms>) => void;
}

/** Hours a week and transferred hours, and what they come to: the server's figures, as they will be charged. */
export function PriceCalculator({ program, terms, onChange }: PriceCalculatorProps) {
  const { t } = useLingui();
  const slider = useId();
  const { hoursMin, hoursMax, totalHours, slug } = program;
  const query = useQuery({
    ...trpc.training.quote.queryOptions({ program: slug, ...terms }),
    placeholderData: keepPreviousData,
  });
  const quote = query.data;
  const price = (cents: number) => money(cents, program.currency);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <label htmlFor={slider} className="flex items-baseline justify-between gap-2 font-medium text-sm">
          {t`Hours a week`}
          <output className="tabular font-semibold text-lg">{terms.hoursPerWeek}</output>
        </label>
        <input
          id={slider}
          type="range"
          min={hoursMin}
          max={hoursMax}
          value={terms.hoursPerWeek}
          onChange={(event) => onChange({ hoursPerWeek: Number(event.target.value) })}
          className="h-8 w-full accent-accent-ink"
        />
        <span aria-hidden className="flex justify-between text-ink-faint text-xs">
          <span>{hoursMin}</span>
          <span>{hoursMax}</span>
        </span>
      </div>
      <Field
        label={t`Hours already completed elsewhere`}
        hint={t`They shorten the programme; we verify them before they count.`}
      >
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={totalHours - 1}
          value={terms.transferredHours}
          onChange={(event) => {
            const hours = Math.trunc(Number(event.target.value) || 0);
            onChange({ transferredHours: Math.min(totalHours - 1, Math.max(0, hours)) });
          }}
        />
      </Field>
      {query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : quote ? (
        <div aria-live="polite" className="rounded-control bg-sunken p-4">
          <Facts
            items={[
              { label: t`Due today`, value: <b>{price(quote.setupFeeCents)}</b> },
              { label: t`Then weekly`, value: <b>{price(quote.weeklyPaymentCents)}</b> },
              { label: t`Weeks`, value: quote.weeksRemaining },
              { label: t`First payment`, value: date(quote.firstBillingDay) },
              { label: t`Last payment`, value: price(quote.lastPaymentCents) },
              { label: t`In all`, value: price(program.priceCents) },
            ]}
          />
        </div>
      ) : (
        <SkeletonText lines={6} />
      )}
    </div>
  );
}
