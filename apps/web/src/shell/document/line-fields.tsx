import { useLingui } from '@lingui/react/macro';
import { percentFromRateBp } from '@officina/contracts/money';
import type { SalesTermsView } from '@officina/contracts/sales-terms';
import { Plus } from 'lucide-react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { type EditorValues, editorTotals, newLine } from './editor-values.ts';
import { LineRow } from './line-row.tsx';
import { Totals } from './totals.tsx';

const MOST_LINES = 200;

/** The lines of a document. Enter adds one below, Alt with the arrows moves it; so do the handle and the menu. */
export function LineFields({ terms, currency }: { terms: SalesTermsView; currency: string }) {
  const { t } = useLingui();
  const { control, getValues } = useFormContext<EditorValues>();
  const { fields, insert, move, remove, update } = useFieldArray<EditorValues, 'lines'>({
    control,
    name: 'lines',
  });
  const full = fields.length >= MOST_LINES;

  const addAfter = (index: number) => {
    if (full) return;
    const before = getValues(`lines.${index}`);
    // People write in blocks: a new line is of the kind and rate of the one above.
    insert(index + 1, newLine(before?.vatRate ?? terms.vatRate, before?.kind), {
      focusName: `lines.${index + 1}.description`,
    });
  };
  const moveTo = (from: number, to: number) => {
    if (to >= 0 && to < fields.length && to !== from) move(from, to);
  };
  const drop = (index: number) => {
    if (fields.length > 1) remove(index);
    else update(0, newLine(terms.vatRate));
  };
  const duplicate = (index: number) => {
    if (!full) insert(index + 1, getValues(`lines.${index}`), { shouldFocus: false });
  };

  return (
    <>
      <ol className="@container flex flex-col">
        {fields.map((field, index) => (
          <LineRow
            key={field.id}
            index={index}
            last={index === fields.length - 1}
            currency={currency}
            terms={terms}
            onAdd={() => addAfter(index)}
            onMove={(to) => moveTo(index, to)}
            onDrop={(from) => moveTo(from, index)}
            onDuplicate={() => duplicate(index)}
            onRemove={() => drop(index)}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-start justify-between gap-4 p-4">
        <div className="flex items-center gap-3">
          <Button
            icon={<Plus aria-hidden className="size-4" />}
            reason={full && t`A document has at most 200 lines.`}
            onClick={() => addAfter(fields.length - 1)}
          >
            {t`Add a line`}
          </Button>
          <span className="text-ink-faint text-xs max-md:hidden">
            <Kbd keys="Enter" /> {t`new line`} · <Kbd keys="alt+ArrowUp ArrowDown" /> {t`move`}
          </span>
        </div>
        <LiveTotals currency={currency} />
      </div>
    </>
  );
}

function LiveTotals({ currency }: { currency: string }) {
  const lines = useWatch<EditorValues, 'lines'>({ name: 'lines' });
  const totals = editorTotals(lines);
  if (!totals) return null;
  return (
    <Totals
      currency={currency}
      subtotalCents={totals.subtotalMinor}
      totalCents={totals.totalMinor}
      vat={totals.breakdown.map((share) => ({
        rate: percentFromRateBp(share.vatRateBp),
        baseCents: share.baseMinor,
        vatCents: share.vatMinor,
      }))}
    />
  );
}
