import { useLingui } from '@lingui/react/macro';
import type { OfficeClientDetail } from '@officina/contracts/office-clients';
import { date } from '../../lib/format.ts';
import { LINK } from '../../shell/detail/link.ts';
import { Signals } from '../../shell/office/badges.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';
import { Facts, Panel } from '../../ui/panel.tsx';

/** Who the client is and what is the matter with them, beside everything else. */
export function ClientFacts({ client }: { client: OfficeClientDetail }) {
  const { t } = useLingui();
  const { clientTypes, documents } = useOfficeWords();
  const { phone, email, missingDocuments, signals } = client;
  return (
    <Panel>
      <Facts
        items={[
          { label: t`Id number`, value: <bdi className="tabular">{client.idNumber}</bdi> },
          { label: t`Type`, value: clientTypes[client.clientType] },
          {
            label: t`Phone`,
            value: phone && (
              <a className={LINK} href={`tel:${phone}`}>
                <bdi>{phone}</bdi>
              </a>
            ),
          },
          {
            label: t`E-mail`,
            value: email && (
              <a className={LINK} href={`mailto:${email}`}>
                <bdi>{email}</bdi>
              </a>
            ),
          },
          { label: t`Client since`, value: date(client.openedAt) },
          { label: t`Closed on`, value: client.closedAt && date(client.closedAt) },
          { label: t`Open binders`, value: client.openBinders },
          {
            label: t`Missing documents`,
            value: missingDocuments.map((type) => documents[type]).join(', '),
          },
          { label: t`Signals`, value: signals.length > 0 && <Signals signals={signals} /> },
          { label: t`Notes`, value: client.notes },
        ].map((item) => ({ ...item, value: item.value === false ? null : item.value }))}
      />
    </Panel>
  );
}
