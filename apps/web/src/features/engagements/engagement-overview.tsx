import { useLingui } from '@lingui/react/macro';
import type { AppRouter } from '@officina/server/app-router';
import type { inferRouterOutputs } from '@trpc/server';
import { ScopeLines } from '../../shell/portal/scope-lines.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { EngagementEdits } from './engagement-edits.tsx';
import { EngagementInvoices } from './engagement-invoices.tsx';

export type EngagementDetail = inferRouterOutputs<AppRouter>['engagements']['get'];

/** How far the work is, what was agreed, and under which codes it is billed. */
export function EngagementOverview({ detail }: { detail: EngagementDetail }) {
  const { t } = useLingui();
  const { engagement, milestones, deliverables, scopes, invoices, edits } = detail;
  const { procurementRef, purchaseOrderRef, costCenter } = engagement;
  const reached = milestones.filter(({ status }) => status === 'complete').length;
  const accepted = deliverables.filter(({ status }) => status === 'approved').length;
  const [planned, listed] = [milestones.length, deliverables.length];
  const none = t`Not set`;
  return (
    <div className="grid items-start gap-(--gap) md:grid-cols-2">
      <Panel title={t`Progress`}>
        <div className="flex flex-col gap-4">
          {planned > 0 && (
            <Progress label={t`${reached} of ${planned} milestones reached`} value={reached / planned} />
          )}
          {listed > 0 && (
            <Progress label={t`${accepted} of ${listed} deliverables approved`} value={accepted / listed} />
          )}
          {planned + listed === 0 && <p className="text-ink-muted">{t`Nothing is planned yet.`}</p>}
        </div>
      </Panel>
      <Panel title={t`Billing codes`}>
        <Facts
          items={[
            { label: t`Procurement`, value: procurementRef ?? none },
            { label: t`Purchase order`, value: purchaseOrderRef ?? none },
            { label: t`Cost centre`, value: costCenter ?? none },
          ]}
        />
      </Panel>
      <Panel title={t`Scope proposals`} flush className="md:col-span-2">
        {scopes.length === 0 ? (
          <p className="px-4 pb-4 text-ink-muted">{t`None was sent yet.`}</p>
        ) : (
          <ScopeLines scopes={scopes} />
        )}
      </Panel>
      <EngagementInvoices invoices={invoices} />
      <EngagementEdits edits={edits} />
    </div>
  );
}
