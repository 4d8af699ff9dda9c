import { useLingui } from '@lingui/react/macro';
import {
  GUEST_DURATIONS,
  GUEST_FEATURES,
  type GuestDuration,
  type GuestFeature,
  type GuestPriceView,
} from '@officina/contracts/guest-access';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useId, useState } from 'react';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { money } from '../../lib/format.ts';
import { api, trpc } from '../../trpc.ts';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { GuestFrame } from './guest-frame.tsx';
import { useGuestWords } from './guest-words.ts';

const CURRENCY = 'USD';

/** What can be used without an account, for how long and for how much; paid on the provider's page. */
export function BuyPage() {
  const { t } = useLingui();
  return (
    <GuestFrame
      title={t`Use it without an account`}
      intro={t`Choose what you need and for how long. Access begins when you have paid; the link comes by e-mail.`}
    >
      <Prices />
    </GuestFrame>
  );
}

function Prices() {
  const query = useQuery(trpc.guest.prices.queryOptions({}));
  if (query.error) return <ErrorCard error={query.error} retry={() => query.refetch()} />;
  if (!query.data) return <SkeletonText lines={8} />;
  return <Purchase prices={query.data} />;
}

function Purchase({ prices }: { prices: GuestPriceView[] }) {
  const { t } = useLingui();
  const { features, durations } = useGuestWords();
  const [feature, setFeature] = useState<GuestFeature>(GUEST_FEATURES[0]);
  const [duration, setDuration] = useState<GuestDuration>(GUEST_DURATIONS[1]);
  const priceOf = (of: GuestFeature, during: GuestDuration) => {
    const price = prices.find((each) => each.feature === of && each.duration === during);
    return money(price?.amountCents ?? 0, CURRENCY);
  };
  const form = useAppForm({
    defaults: { name: '', email: '' },
    submit: (payer) => api.guest.checkout.mutate({ ...payer, feature, duration }),
    done: ({ url }) => location.assign(url),
  });
  const price = priceOf(feature, duration);
  return (
    <>
      <Choice
        legend={t`What`}
        value={feature}
        onChange={setFeature}
        options={GUEST_FEATURES.map((value) => ({
          value,
          label: features[value].name,
          note: features[value].text,
        }))}
      />
      <Choice
        legend={t`For how long`}
        value={duration}
        onChange={setDuration}
        options={GUEST_DURATIONS.map((value) => ({
          value,
          label: durations[value],
          note: priceOf(feature, value),
        }))}
      />
      <Panel title={t`Who buys it`}>
        <Form form={form} submitLabel={t`Pay ${price}`}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="name" label={t`Name`} autoComplete="name" maxLength={120} required />
            <TextField name="email" type="email" label={t`E-mail`} autoComplete="email" required />
          </div>
        </Form>
      </Panel>
    </>
  );
}

interface ChoiceProps<V extends string> {
  legend: string;
  options: { value: V; label: string; note: string }[];
  value: V;
  onChange: (value: V) => void;
}

/** One of a few, each a card with a line of its own. */
function Choice<V extends string>({ legend, options, value, onChange }: ChoiceProps<V>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 font-semibold">{legend}</legend>
      <div className="grid grid-cols-2 gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className={clsx(
              'flex cursor-pointer flex-col rounded-panel border bg-surface px-4 py-3 shadow-panel hover:bg-hover',
              'has-checked:border-accent has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-accent-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span className="font-medium">{option.label}</span>
            <span className="tabular text-ink-muted text-sm">{option.note}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
