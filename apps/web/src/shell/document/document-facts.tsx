import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { can } from '../../lib/session.ts';
import { Facts, Panel } from '../../ui/panel.tsx';
import { LINK } from '../detail/link.ts';

interface DocumentFactsProps {
  document: {
    contact: { id: string; name: string };
    vehicle: { id: string; licensePlate: string; make: string; model: string } | null;
    notes: string | null;
  };
  /** Dates and linked documents, after the parties. */
  items: { label: string; value: ReactNode }[];
}

/** For whom, about what, until when: the facts at the side of a document. */
export function DocumentFacts({ document, items }: DocumentFactsProps) {
  const { t } = useLingui();
  const { contact, vehicle, notes } = document;
  return (
    <>
      <Panel>
        <Facts
          items={[
            {
              label: t`Client`,
              value: (
                <Link to="/contacts/$id" params={{ id: contact.id }} className={LINK}>
                  {contact.name}
                </Link>
              ),
            },
            {
              label: t`Vehicle`,
              value:
                vehicle &&
                (can('vehicles.read') ? (
                  <Link to="/vehicles/$id" params={{ id: vehicle.id }} className={LINK}>
                    {vehicle.licensePlate} · {vehicle.make} {vehicle.model}
                  </Link>
                ) : (
                  vehicle.licensePlate
                )),
            },
            ...items,
          ]}
        />
      </Panel>
      {notes && (
        <Panel title={t`Notes on the document`}>
          <p className="whitespace-pre-line text-sm">{notes}</p>
        </Panel>
      )}
    </>
  );
}

/** A link from one document to another, by its number. */
export function DocumentLink(props: { to: '/quotes/$id' | '/invoices/$id'; id: string; number: string }) {
  return (
    <Link to={props.to} params={{ id: props.id }} className={LINK}>
      {props.number}
    </Link>
  );
}
