import { useLingui } from '@lingui/react/macro';
import { Page } from '../../shell/page.tsx';
import { api } from '../../trpc.ts';
import { Panel } from '../../ui/panel.tsx';
import { PortalButton } from '../training/portal-button.tsx';

export function LicencePage() {
  const { t } = useLingui();
  return (
    <Page title={t`Licence`} narrow>
      <Panel title={t`Billing of your licence`}>
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted">
            {t`Card, invoices and the end of the licence are kept by the payment provider.`}
          </p>
          <PortalButton open={() => api.training.licensePortal.query({})} />
        </div>
      </Panel>
    </Page>
  );
}

export function SubscriptionsPage() {
  const { t } = useLingui();
  return (
    <Page title={t`My payments`} narrow>
      <Panel title={t`Card and invoices`}>
        <div className="flex flex-col gap-3">
          <p className="text-ink-muted">
            {t`Change the card of your weekly payments, and see every invoice.`}
          </p>
          <PortalButton open={() => api.training.storePortal.query({})} />
        </div>
      </Panel>
    </Page>
  );
}
