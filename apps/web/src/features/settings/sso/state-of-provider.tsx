import { useLingui } from '@lingui/react/macro';
import type { IdpView } from '@officina/contracts/sso';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { Panel } from '../../../ui/panel.tsx';

/** Exactly what is still missing until somebody can sign in, and what is done. */
export function StateOfProvider({ provider }: { provider: IdpView }) {
  const { t } = useLingui();
  const { missing, domains, trial } = provider;
  const pending = domains.filter(({ verified }) => !verified).map(({ domain }) => domain);
  const steps = [
    { done: true, label: t`The provider’s settings are here`, todo: '' },
    {
      done: !missing.includes('domain'),
      label: t`A domain is proved`,
      todo: pending.length
        ? t`Add the TXT record of ${pending.join(', ')}, then “Check now”.`
        : t`Add the domain of your e-mail addresses below.`,
    },
    {
      done: trial?.passed ?? false,
      label: t`A trial has passed`,
      todo: trial ? t`The last trial failed; it says below at which check.` : t`Press “Try a sign-in” below.`,
    },
    {
      done: !missing.includes('active'),
      label: t`It is switched on`,
      todo: t`Switch it on below when the rest is done.`,
    },
  ];
  return (
    <Panel title={missing.length ? t`What is missing` : t`Your people can sign in`}>
      <ul className="flex flex-col gap-2.5">
        {steps.map(({ done, label, todo }) => {
          const Icon = done ? CircleCheck : CircleDashed;
          return (
            <li key={label} className="flex items-start gap-2.5">
              <Icon
                aria-label={done ? t`Done` : t`Missing`}
                className={`mt-0.5 size-4.5 shrink-0 ${done ? 'text-success' : 'text-warning'}`}
              />
              <span>
                <span className={done ? 'text-ink-muted' : 'font-medium'}>{label}</span>
                {!done && <span className="block text-ink-muted text-sm">{todo}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
