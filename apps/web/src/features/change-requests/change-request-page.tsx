import { useLingui } from '@lingui/react/macro';
import type { ChangeRequestItem } from '@officina/contracts/change-requests';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CircleHelp } from 'lucide-react';
import { dateTime } from '../../lib/format.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { ChangeBadge, SeverityBadge } from '../../shell/portal/badges.tsx';
import { euroDelta } from '../../shell/portal/figures.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Assignee } from './assignee.tsx';
import { ChangeDialogs } from './change-dialogs.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { useChangeActions } from './use-change-actions.tsx';

const route = getRouteApi('/app/portal/change-requests/$id');

export function ChangeRequestPage() {
  const { t } = useLingui();
  const { id } = route.useParams();
  const query = useQuery(trpc.changeRequests.get.queryOptions({ id }));
  const change = query.data;
  const { actions, more, dialog, setDialog } = useChangeActions(change);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Change requests`, to: '/portal/change-requests' }}
      title={change?.title}
      badge={change && <ChangeBadge status={change.status} />}
      list={{ id: 'change-requests', recordId: id }}
      actions={actions}
      more={more}
      summary={change && <ChangeSteps change={change} />}
      aside={change && <ChangeFacts change={change} />}
    >
      {change && (
        <Panel title={t`What should change, and why`}>
          <p dir="auto" className="whitespace-pre-line">
            {change.description}
          </p>
        </Panel>
      )}
      {change?.decisionNote && (
        <Panel title={t`What was answered`}>
          <p dir="auto" className="whitespace-pre-line">
            {change.decisionNote}
          </p>
        </Panel>
      )}
      {change?.status === 'needs_info' && change.abilities.resubmit && (
        <Notice tone="warning">
          <span className="flex items-center gap-2">
            <CircleHelp aria-hidden className="size-4 shrink-0" />
            {t`More is needed before this can be decided. Complete the description and send it again.`}
          </span>
        </Notice>
      )}
      {change?.assignedTo?.gone && change.abilities.assign && (
        <Notice tone="warning">
          <span className="flex flex-wrap items-center justify-between gap-3">
            {t`${change.assignedTo.name} is no longer here: nobody looks after this request.`}
            <Button size="sm" onClick={() => setDialog('assign')}>{t`Assign it anew`}</Button>
          </span>
        </Notice>
      )}
      {change && dialog && <ChangeDialogs change={change} dialog={dialog} onClose={() => setDialog(null)} />}
    </DetailPage>
  );
}

function ChangeFacts({ change }: { change: ChangeRequestItem }) {
  const { t } = useLingui();
  const { impacts } = usePortalWords();
  const { engagement, createdBy, assignedTo, costDeltaEUR, scheduleDeltaDays } = change;
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t`Engagement`,
            value: (
              <Link to="/portal/engagements/$id" params={{ id: engagement.id }} className={LINK}>
                {engagement.title}
              </Link>
            ),
          },
          { label: t`Asked by`, value: createdBy.name },
          { label: t`Requested`, value: dateTime(change.requestedAt) },
          { label: t`Touches`, value: impacts[change.impact] },
          { label: t`Severity`, value: <SeverityBadge severity={change.severity} /> },
          { label: t`Assigned to`, value: assignedTo && <Assignee person={assignedTo} /> },
          { label: t`Cost`, value: costDeltaEUR !== null && euroDelta(costDeltaEUR) },
          { label: t`Schedule`, value: scheduleDeltaDays !== null && t`${signed(scheduleDeltaDays)} days` },
        ]}
      />
    </Panel>
  );
}

const signed = (days: number) => (days > 0 ? `+${days}` : String(days));
