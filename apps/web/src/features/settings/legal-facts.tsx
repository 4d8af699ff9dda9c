import { useLingui } from '@lingui/react/macro';
import type { LegalChecklist, LegalFact } from '@officina/contracts/tenancy';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Lightbulb } from 'lucide-react';
import { Panel } from '../../ui/panel.tsx';

/** What invoices still lack, each with the way to its field. */
export function LegalFacts({ checklist }: { checklist: LegalChecklist }) {
  const { t } = useLingui();
  const { missing, recommended } = checklist;
  return (
    <Panel title={t`Ready for invoices`}>
      {missing.length === 0 ? (
        <p className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4.5 shrink-0 text-success" />
          {t`Nothing that the law demands is missing.`}
        </p>
      ) : (
        <>
          <p className="mb-1">{t`The law demands these on every invoice, and they are missing:`}</p>
          <FactList facts={missing} demanded />
        </>
      )}
      {recommended.length > 0 && (
        <>
          <p className="mt-3 mb-1 text-ink-muted">{t`Worth filling in, too:`}</p>
          <FactList facts={recommended} />
        </>
      )}
    </Panel>
  );
}

function FactList({ facts, demanded }: { facts: LegalFact[]; demanded?: boolean }) {
  const words = useFactWords();
  const Icon = demanded ? CircleAlert : Lightbulb;
  return (
    <ul className="flex flex-wrap gap-x-5">
      {facts.map((fact) => (
        <li key={fact}>
          <Link
            to={fact === 'mediator' ? '/settings/documents' : '/settings/company'}
            hash={fact === 'address' ? 'street' : fact}
            className="flex min-h-7 items-center gap-1.5 font-medium text-accent-ink hover:underline"
          >
            <Icon
              aria-hidden
              className={demanded ? 'size-4 shrink-0 text-danger' : 'size-4 shrink-0 text-ink-faint'}
            />
            {words[fact]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useFactWords(): Record<LegalFact, string> {
  const { t } = useLingui();
  return {
    companyName: t`Company name`,
    legalForm: t`Legal form`,
    capital: t`Share capital`,
    siret: t`SIRET`,
    rcs: t`Trade register`,
    vatNumber: t`VAT number`,
    address: t`Address`,
    mediator: t`Consumer mediator`,
    iban: t`IBAN`,
  };
}
