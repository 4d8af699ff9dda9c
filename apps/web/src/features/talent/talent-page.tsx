import { useLingui } from '@lingui/react/macro';
import type { TalentDetail, TalentFacts } from '@officina/contracts/talent';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { FolderSync, Mail, Pencil } from 'lucide-react';
import { useState } from 'react';
import { date, dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { roleName, useTalentWords } from '../../shell/talent/words.ts';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { TalentBadge } from './talent-badge.tsx';
import { TalentForm } from './talent-form.tsx';

const route = getRouteApi('/app/portal/admin/talent/$id');
const refresh = () => queryClient.invalidateQueries(trpc.talent.pathFilter());

export function TalentPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.talent.get.queryOptions({ id }));
  const expert = query.data;
  const [editing, setEditing] = useState(false);
  const { act, pending } = useAct();
  const take = () =>
    act({
      run: () => api.talent.update.mutate({ id, takeUpdate: true }),
      done: t`The profile says what the latest form says`,
      settled: refresh,
    });
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Talent`, to: '/portal/admin/talent' }}
      title={expert?.fullName}
      badge={expert && <TalentBadge status={expert.status} />}
      list={{ id: 'talent', recordId: id }}
      actions={
        expert?.abilities.edit
          ? [
              expert.updatePending && {
                id: 'take',
                label: t`Take over the update`,
                icon: <FolderSync aria-hidden />,
                keys: 'a',
                busy: pending,
                run: () => void take(),
              },
              {
                id: 'edit',
                label: t`Triage`,
                icon: <Pencil aria-hidden />,
                keys: 'e',
                primary: true,
                run: () => setEditing(true),
              },
            ]
          : []
      }
      more={
        expert && [
          {
            label: t`Write an e-mail`,
            icon: <Mail aria-hidden />,
            href: `mailto:${expert.email}`,
          },
        ]
      }
      aside={expert && <Progress expert={expert} />}
    >
      {expert?.updatePending && (
        <Notice tone="warning">{t`A newer form says something else than this profile.`}</Notice>
      )}
      {expert && (
        <Panel title={t`Profile`}>
          <TalentFactList facts={expert} />
        </Panel>
      )}
      {expert && (
        <Panel title={t`Forms they sent`} flush>
          <div className="divide-y border-t">
            {expert.history.map((signal) => (
              <details key={signal.id} className="px-4 py-3">
                <summary className="font-medium">{dateTime(signal.createdAt)}</summary>
                <div className="mt-3">
                  <TalentFactList facts={signal.facts} />
                </div>
              </details>
            ))}
          </div>
        </Panel>
      )}
      {expert && editing && (
        <TalentForm
          expert={expert}
          onSaved={() => {
            setEditing(false);
            return refresh();
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </DetailPage>
  );
}

function Progress({ expert }: { expert: TalentDetail }) {
  const { t } = useLingui();
  const { contactStatuses } = useTalentWords();
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Contact`, value: contactStatuses[expert.contactStatus] },
          { label: t`Last contact`, value: expert.lastContactedAt && date(expert.lastContactedAt) },
          { label: t`Known since`, value: date(expert.createdAt) },
          { label: t`Notes`, value: expert.notes },
        ]}
      />
    </Panel>
  );
}

function TalentFactList({ facts }: { facts: TalentFacts }) {
  const { t } = useLingui();
  const words = useTalentWords();
  return (
    <Facts
      items={[
        { label: t`E-mail`, value: <bdi>{facts.email}</bdi> },
        { label: t`Main role`, value: roleName(facts.primaryRole) },
        { label: t`Other roles`, value: facts.secondaryRoles.map(roleName).join(', ') },
        { label: t`Domains`, value: facts.domains.map((word) => words.domains[word]).join(', ') },
        { label: t`Seniority`, value: words.seniorities[facts.seniority] },
        { label: t`Free`, value: words.availabilities[facts.availabilityWindow] },
        { label: t`Rate, EUR`, value: facts.rateBand && words.rates[facts.rateBand] },
        {
          label: t`Ways of working`,
          value: facts.engagementModes.map((word) => words.modes[word]).join(', '),
        },
        { label: t`Languages`, value: facts.languages.map((word) => words.languages[word]).join(', ') },
        { label: t`Place and time zone`, value: facts.locationTimezone },
        {
          label: t`Website`,
          value: facts.linkedInUrl && (
            <a
              href={facts.linkedInUrl}
              target="_blank"
              rel="noreferrer noopener"
              className="text-accent-ink underline-offset-2 hover:underline"
            >
              <bdi>{facts.linkedInUrl}</bdi>
            </a>
          ),
        },
      ]}
    />
  );
}
