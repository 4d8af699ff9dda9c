import { useLingui } from '@lingui/react/macro';
import type { DocumentAmounts, DocumentLine } from '@officina/contracts/sales';
import { money, number, percent } from '../../lib/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { Totals } from './totals.tsx';

interface LineListProps {
  document: DocumentAmounts & { lines: DocumentLine[]; currency: string; discountCents?: number };
}

/** The lines and totals of a document as they are stored; lines become cards on phones. */
export function LineList({ document }: LineListProps) {
  const { t } = useLingui();
  const { lines, currency } = document;
  const kinds = { labor: t`Labour`, part: t`Part`, other: '' };
  return (
    <Panel flush>
      <div className="max-sm:hidden">
        <Table aria-label={t`Lines`}>
          <thead>
            <tr>
              <Th className="ps-4">{t`Description`}</Th>
              <Th numeric>{t`Quantity`}</Th>
              <Th numeric>{t`Unit price`}</Th>
              <Th numeric>{t`VAT`}</Th>
              <Th numeric className="pe-4">{t`Total excl. VAT`}</Th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.position}>
                <Td className="whitespace-pre-line ps-4">
                  {line.description}
                  {kinds[line.kind] && (
                    <span className="block text-ink-faint text-xs">{kinds[line.kind]}</span>
                  )}
                </Td>
                <Td numeric>{number(line.quantity)}</Td>
                <Td numeric>{money(line.unitPriceCents, currency)}</Td>
                <Td numeric>{percent(line.vatRate / 100, 2)}</Td>
                <Td numeric className="pe-4">
                  {money(line.totalCents, currency)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="sm:hidden">
        {lines.map((line) => (
          <li key={line.position} className="flex gap-3 border-b px-4 py-2.5">
            <span className="min-w-0 flex-1">
              <span className="block whitespace-pre-line">{line.description}</span>
              <span className="tabular block text-ink-muted text-sm">
                {number(line.quantity)} × {money(line.unitPriceCents, currency)} ·{' '}
                {percent(line.vatRate / 100, 2)}
              </span>
            </span>
            <span className="tabular shrink-0 font-medium">{money(line.totalCents, currency)}</span>
          </li>
        ))}
      </ul>
      <div className="p-4">
        <Totals
          currency={currency}
          subtotalCents={document.subtotalCents}
          totalCents={document.totalCents}
          discountCents={document.discountCents}
          vat={document.vatBreakdown}
        />
      </div>
    </Panel>
  );
}
