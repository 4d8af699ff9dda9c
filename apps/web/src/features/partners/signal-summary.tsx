import { useLingui } from '@lingui/react/macro';
import type { TalentFacts, TalentRole } from '@officina/contracts/talent';
import { CircleCheck } from 'lucide-react';
import { roleName, useTalentWords } from '../../shell/talent/words.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import type { SignalValues } from './signal-form.tsx';

/** What was sent, to be kept in mind. */
export function SignalSummary({ values }: { values: SignalValues }) {
  const { t } = useLingui();
  const words = useTalentWords();
  const listed = (chosen: string[], labels: Record<string, string>) =>
    chosen.map((word) => labels[word] ?? word).join(', ');
  const { fullName, email, primaryRole, secondaryRoles, domains, engagementModes, languages } = values;
  return (
    <>
      <CircleCheck aria-hidden className="size-10 text-success" />
      <h1 className="mt-3 font-semibold text-2xl tracking-tight">{t`Thank you, we have it`}</h1>
      <p className="mt-1 text-ink-muted">{t`We write to you when something fits. This is what you sent:`}</p>
      <div className="mt-6">
        <Panel>
          <Facts
            items={[
              { label: t`Full name`, value: fullName },
              { label: t`E-mail`, value: <bdi>{email}</bdi> },
              { label: t`Main role`, value: roleName(primaryRole as TalentRole) },
              {
                label: t`Other roles`,
                value: secondaryRoles.map((role) => roleName(role as TalentRole)).join(', '),
              },
              { label: t`Domains`, value: listed(domains, words.domains) },
              {
                label: t`Seniority`,
                value: words.seniorities[values.seniority as TalentFacts['seniority']],
              },
              {
                label: t`Free`,
                value: words.availabilities[values.availabilityWindow as TalentFacts['availabilityWindow']],
              },
              { label: t`Ways of working`, value: listed(engagementModes, words.modes) },
              { label: t`Languages`, value: listed(languages, words.languages) },
            ]}
          />
        </Panel>
      </div>
      <div className="mt-6">
        <LinkButton to="/marketplace">{t`See our services`}</LinkButton>
      </div>
    </>
  );
}
