import { useLingui } from '@lingui/react/macro';
import type { Scope } from '@officina/contracts/scopes';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { ScopeBadge } from '../../shell/portal/badges.tsx';
import { euros } from '../../shell/portal/figures.ts';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { ScopeDialogs } from './scope-dialogs.tsx';
import { useScopeActions } from './use-scope-actions.tsx';

const route = getRouteApi('/app/portal/scopes/$id');

export function ScopePage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.scopes.get.queryOptions({ id }));
  const scope = query.data;
  const { actions, dialog, setDialog } = useScopeActions(scope);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Scopes`, to: '/portal/scopes' }}
      title={scope?.title}
      badge={scope && <ScopeBadge status={scope.status} />}
      list={{ id: 'scopes', recordId: id }}
      actions={actions}
      aside={scope && <ScopeFacts scope={scope} />}
    >
      {scope && <Proposal scope={scope} />}
      {scope && dialog && <ScopeDialogs scope={scope} dialog={dialog} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}

function Proposal({ scope }: { scope: Scope }) {
  const { t } = useLingui();
  return (
    <Panel>
      <p className="text-ink-faint text-sm">{t`Fixed price`}</p>
      <p className="tabular font-semibold text-2xl tracking-tight">{euros(scope.fixedPriceEUR)}</p>
      <h2 className="mt-5 font-semibold text-base">{t`What is done`}</h2>
      <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line">
        {scope.scopeSummary}
      </p>
      <h2 className="mt-5 font-semibold text-base">{t`Deliverables`}</h2>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {scope.deliverablesJson.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may read alike; their place is their identity.
          <li key={index} className="flex items-start gap-2">
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            <span dir="auto">{line}</span>
          </li>
        ))}
      </ul>
      {scope.clientNote && (
        <>
          <h2 className="mt-5 font-semibold text-base">{t`The client's note`}</h2>
          <p dir="auto" className="mt-1 whitespace-pre-line rounded-control bg-sunken px-3 py-2">
            {scope.clientNote}
          </p>
        </>
      )}
    </Panel>
  );
}

function ScopeFacts({ scope }: { scope: Scope }) {
  const { t } = useLingui();
  const { organization, inquiryId, engagementId, sentAt, approvedAt, rejectedAt } = scope;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Organisation`, value: organization.name },
          {
            label: t`Engagement`,
            value: engagementId && (
              <Link to="/portal/engagements/$id" params={{ id: engagementId }} className={LINK}>
                {t`Open`}
              </Link>
            ),
          },
          {
            label: t`Inquiry`,
            value: inquiryId && can('portal.inquiries.read') && (
              <Link to="/portal/inquiries/$id" params={{ id: inquiryId }} className={LINK}>
                {t`Open`}
              </Link>
            ),
          },
          { label: t`Written`, value: dateTime(scope.createdAt) },
          { label: t`Sent`, value: sentAt && dateTime(sentAt) },
          { label: t({ context: 'scope', message: 'Approved' }), value: approvedAt && dateTime(approvedAt) },
          { label: t({ context: 'scope', message: 'Rejected' }), value: rejectedAt && dateTime(rejectedAt) },
        ].filter((item) => item.value !== false)}
      />
    </Panel>
  );
}
