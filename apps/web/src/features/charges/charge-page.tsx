import { useLingui } from '@lingui/react/macro';
import type { ChargeView } from '@officina/contracts/charges';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Ban, CircleCheck, Paperclip, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { date } from '../../lib/format.ts';
import { DetailPage } from '../../shell/detail/detail-page.tsx';
import { LINK } from '../../shell/detail/link.ts';
import { Timeline, type TimelineEntry } from '../../shell/detail/timeline.tsx';
import { ChargeStatusBadge } from '../../shell/office/badges.tsx';
import { amountOf, period } from '../../shell/office/charge-figures.ts';
import { ClientLink } from '../../shell/office/client-link.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';
import { trpc } from '../../trpc.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { InvoiceDialog } from './invoice-dialog.tsx';
import { refreshCharges } from './refresh-charges.ts';
import { useChargeVerbs } from './use-charge-verbs.tsx';

const route = getRouteApi('/app/office/charges/$ref');

export function ChargePage() {
  const { t } = useLingui();
  const ref = Number(route.useParams().ref);
  const { chargeTypes } = useOfficeWords();
  const query = useQuery(trpc.charges.get.queryOptions({ ref }));
  const charge = query.data;
  const verbs = useChargeVerbs();
  const events = useEvents(charge);
  const [attaching, setAttaching] = useState(false);
  return (
    <DetailPage
      query={query}
      crumb={{ label: t`Charges`, to: '/office/charges' }}
      title={charge && `${chargeTypes[charge.chargeType]} · ${charge.client.name}`}
      badge={charge && <ChargeStatusBadge status={charge.status} />}
      list={{ id: 'charges', recordId: charge?.id ?? '' }}
      actions={
        charge && [
          charge.abilities.attachInvoice && {
            id: 'attach',
            label: t`Attach an invoice`,
            icon: <Paperclip aria-hidden />,
            keys: 'a',
            run: () => setAttaching(true),
          },
          charge.abilities.markPaid && {
            id: 'paid',
            label: t`Mark paid`,
            icon: <CircleCheck aria-hidden />,
            keys: 'm',
            primary: true,
            busy: verbs.pending,
            run: () => void verbs.markPaid(charge),
          },
          charge.abilities.issue && {
            id: 'issue',
            label: t`Issue`,
            icon: <ReceiptText aria-hidden />,
            keys: 'i',
            primary: true,
            busy: verbs.pending,
            run: () => void verbs.issue(charge),
          },
        ]
      }
      more={
        charge && [
          charge.abilities.cancel && {
            label: t`Cancel the charge`,
            icon: <Ban aria-hidden />,
            danger: true,
            run: () => void verbs.cancel(charge),
          },
        ]
      }
      aside={charge && <ChargeFacts charge={charge} />}
      tabs={[
        {
          id: 'history',
          label: t`History`,
          content: () => (
            <Panel>
              <Timeline entries={events} />
            </Panel>
          ),
        },
      ]}
    >
      {charge && attaching && (
        <InvoiceDialog
          charge={charge}
          onClose={() => setAttaching(false)}
          onSaved={() => {
            setAttaching(false);
            return refreshCharges();
          }}
        />
      )}
    </DetailPage>
  );
}

function ChargeFacts({ charge }: { charge: ChargeView }) {
  const { t } = useLingui();
  const { chargeTypes } = useOfficeWords();
  const { client, invoice } = charge;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Client`, value: <ClientLink client={client} /> },
          { label: t`Amount`, value: amountOf(charge) },
          { label: t`Type`, value: chargeTypes[charge.chargeType] },
          { label: t`Month`, value: charge.period && period(charge.period) },
          { label: t`Made on`, value: date(charge.createdAt) },
          { label: t`Issued on`, value: charge.issuedAt && date(charge.issuedAt) },
          { label: t`Paid on`, value: charge.paidAt && date(charge.paidAt) },
          { label: t`Cancelled on`, value: charge.canceledAt && date(charge.canceledAt) },
          {
            label: t`Invoice`,
            value:
              invoice &&
              (invoice.documentUrl ? (
                <a className={LINK} href={invoice.documentUrl} target="_blank" rel="noreferrer">
                  {invoice.provider} <bdi>{invoice.externalInvoiceId}</bdi>
                </a>
              ) : (
                <>
                  {invoice.provider} <bdi>{invoice.externalInvoiceId}</bdi>
                </>
              )),
          },
        ]}
      />
    </Panel>
  );
}

function useEvents(charge: ChargeView | undefined): TimelineEntry[] | undefined {
  const { t } = useLingui();
  if (!charge) return undefined;
  const words: Record<ChargeView['history'][number]['verb'], string> = {
    'charge.created': t`made the charge`,
    'charge.issued': t`issued it`,
    'charge.paid': t`marked it paid`,
    'charge.canceled': t`cancelled it`,
    'charge.invoice_attached': t`attached an invoice`,
  };
  return charge.history
    .map(({ verb, at, by }) => ({
      id: `${verb} ${at}`,
      at,
      who: by?.name ?? t`The system`,
      what: words[verb],
    }))
    .reverse();
}
