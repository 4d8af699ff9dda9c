import { useLingui } from '@lingui/react/macro';
import type { ContactDetail } from '@officina/contracts/contacts';
import { ago, date, money, percent } from '../../lib/format.ts';
import { can } from '../../lib/session.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Tags } from './contact-columns.tsx';

const LINK = 'text-accent-ink underline-offset-2 hover:underline';

/** How much they bought, how often they say yes, when they were last heard of. */
export function ContactFigures({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  const { stats } = contact;
  return (
    <div className="grid grid-cols-2 gap-(--gap) xl:grid-cols-4">
      {can('invoices.read') && <Stat label={t`Revenue`} value={money(stats.revenueCents, stats.currency)} />}
      <Stat label={t`Quotes`} value={stats.quotes} to={{ to: '/quotes', search: { contact: contact.id } }} />
      <Stat
        label={t`Conversion`}
        value={stats.conversionRate === null ? '–' : percent(stats.conversionRate)}
      />
      <Stat label={t`Last activity`} value={stats.lastActivityAt ? ago(stats.lastActivityAt) : '–'} />
    </div>
  );
}

/** How to reach them, and what else is known. */
export function ContactFacts({ contact }: { contact: ContactDetail }) {
  const { t } = useLingui();
  const { address, customFields } = contact;
  const place = address && [
    address.street,
    [address.postalCode, address.city].filter(Boolean).join(' '),
    address.country,
  ];
  return (
    <>
      <Panel title={t`Coordinates`}>
        <Facts
          items={[
            { label: t`Company`, value: contact.company },
            {
              label: t`E-mail`,
              value: contact.email && (
                <a className={LINK} href={`mailto:${contact.email}`}>
                  {contact.email}
                </a>
              ),
            },
            {
              label: t`Phone`,
              value: contact.phone && (
                <a className={LINK} href={`tel:${contact.phone}`}>
                  {contact.phone}
                </a>
              ),
            },
            {
              label: t`Address`,
              value: place && <span className="whitespace-pre-line">{place.filter(Boolean).join('\n')}</span>,
            },
            { label: t`Tags`, value: contact.tags.length > 0 && <Tags tags={contact.tags} /> },
            { label: t`Added`, value: date(contact.createdAt) },
          ].map((item) => ({ ...item, value: item.value || null }))}
        />
      </Panel>
      {Object.keys(customFields).length > 0 && (
        <Panel title={t`More`}>
          <Facts
            items={Object.entries(customFields).map(([label, value]) => ({
              label,
              value: value === null ? null : String(value),
            }))}
          />
        </Panel>
      )}
    </>
  );
}
