import { useLingui } from '@lingui/react/macro';
import type { InquiryItem } from '@officina/contracts/inquiries';
import type { Timeframe } from '@officina/contracts/portal';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowRightLeft, Ban, Eye, FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { dateTime } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { InquiryBadge } from '../../shell/portal/badges.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { ScopeForm } from '../../shell/portal/scope-form.tsx';
import { useServiceTitles } from '../../shell/portal/service-titles.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { InquiryScopes } from './inquiry-scopes.tsx';
import { useInquiryVerbs } from './use-inquiry-verbs.tsx';

const route = getRouteApi('/app/portal/inquiries/$id');

export function InquiryPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const query = useQuery(trpc.inquiries.get.queryOptions({ id }));
  const inquiry = query.data;
  const verbs = useInquiryVerbs();
  const [writing, setWriting] = useState(false);
  const write = can('portal.scopes.write') && inquiry?.orgId != null && inquiry.status !== 'closed';
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Inquiries`, to: '/portal/inquiries' }}
      title={inquiry?.organization}
      badge={inquiry && <InquiryBadge status={inquiry.status} />}
      list={{ id: 'inquiries', recordId: id }}
      actions={
        inquiry && [
          inquiry.abilities.triage && {
            id: 'triage',
            label: t`Mark triaged`,
            icon: <Eye aria-hidden />,
            keys: 't',
            primary: true,
            busy: verbs.pending,
            run: () => void verbs.triage(inquiry),
          },
          write && {
            id: 'scope',
            label: t`Write a scope`,
            icon: <FilePlus2 aria-hidden />,
            keys: 's',
            primary: inquiry.status === 'triaged',
            run: () => setWriting(true),
          },
          inquiry.abilities.convert && {
            id: 'convert',
            label: t`Convert`,
            icon: <ArrowRightLeft aria-hidden />,
            keys: 'c',
            reason: inquiry.abilities.convertBlocked && t`An approved scope is required first.`,
            busy: verbs.pending,
            run: () => void verbs.convert(inquiry),
          },
        ]
      }
      more={
        inquiry && [
          inquiry.abilities.close && {
            label: t`Close the inquiry`,
            icon: <Ban aria-hidden />,
            danger: true,
            run: () => void verbs.close(inquiry),
          },
        ]
      }
      aside={inquiry && <InquiryFacts inquiry={inquiry} />}
    >
      {inquiry?.note && (
        <Panel title={t`What they wrote`}>
          <p dir="auto" className="whitespace-pre-line">
            {inquiry.note}
          </p>
        </Panel>
      )}
      {inquiry && <InquiryScopes inquiryId={id} onWrite={write ? () => setWriting(true) : undefined} />}
      {writing && (
        <ScopeForm
          about={{ inquiryId: id }}
          onSaved={async (scope) => {
            setWriting(false);
            await refreshPortal();
            await navigate({ to: '/portal/scopes/$id', params: { id: scope.id } });
          }}
          onClose={() => setWriting(false)}
        />
      )}
    </DetailPage>
  );
}

function InquiryFacts({ inquiry }: { inquiry: InquiryItem }) {
  const { t } = useLingui();
  const { timeframes, modes } = usePortalWords();
  const titleOf = useServiceTitles();
  const { orgName, organization, contactEmail, role, serviceSlug, timeframe, mode, engagementId } = inquiry;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Organisation`, value: orgName ?? organization },
          {
            label: t`E-mail`,
            value: (
              <a className={LINK} href={`mailto:${contactEmail}`}>
                <bdi>{contactEmail}</bdi>
              </a>
            ),
          },
          { label: t`Role`, value: role },
          {
            label: t({ context: 'catalogue', message: 'Service' }),
            value: (
              <Link to="/marketplace/$slug" params={{ slug: serviceSlug }} className={LINK}>
                {titleOf(serviceSlug)}
              </Link>
            ),
          },
          { label: t`When`, value: timeframes[timeframe as Timeframe] ?? timeframe },
          { label: t`How`, value: mode && modes[mode] },
          { label: t`Received`, value: dateTime(inquiry.createdAt) },
          {
            label: t`Engagement`,
            value: engagementId && (
              <Link to="/portal/engagements/$id" params={{ id: engagementId }} className={LINK}>
                {t`Open`}
              </Link>
            ),
          },
        ]}
      />
    </Panel>
  );
}
