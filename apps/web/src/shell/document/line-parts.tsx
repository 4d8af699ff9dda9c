import { useLingui } from '@lingui/react/macro';
import { lineTotal, milliFromQuantity } from '@officina/contracts/money';
import type { LineKind } from '@officina/contracts/sales';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormField } from '../../lib/form/form-field.tsx';
import { money } from '../../lib/format.ts';
import { Select } from '../../ui/select.tsx';
import type { EditorLine, EditorValues } from './editor-values.ts';

/** Choosing labour fills in the firm's hourly rate where no price stands yet. */
export function KindField({ index, hourlyRateCents }: { index: number; hourlyRateCents: number | null }) {
  const { t } = useLingui();
  const { getValues, setValue } = useFormContext<EditorValues>();
  const place = index + 1;
  const options: { value: LineKind; label: string }[] = [
    { value: 'labor', label: t`Labour` },
    { value: 'part', label: t`Part` },
    { value: 'other', label: t`Other` },
  ];
  return (
    <FormField
      name={`lines.${index}.kind`}
      label={t`Kind of line ${place}`}
      labelHidden
      className="[&_select]:whitespace-nowrap [&_select]:ps-2 [&_select]:pe-7 [grid-area:kind]"
    >
      {(field) => (
        <Select<LineKind>
          {...field}
          options={options}
          onChange={(kind) => {
            field.onChange(kind);
            const price = `lines.${index}.unitPriceCents` as const;
            if (kind === 'labor' && getValues(price) === null) setValue(price, hourlyRateCents);
          }}
        />
      )}
    </FormField>
  );
}

export function RowTotal({ index, currency }: { index: number; currency: string }) {
  const line = useWatch<EditorValues, `lines.${number}`>({ name: `lines.${index}` });
  return (
    <output className="tabular flex h-(--control) items-center justify-end font-medium [grid-area:total]">
      {line ? printedTotal(line, currency) : null}
    </output>
  );
}

function printedTotal(line: EditorLine, currency: string): string {
  if (line.unitPriceCents === null || line.quantity === null) return '–';
  try {
    return money(lineTotal(milliFromQuantity(line.quantity), line.unitPriceCents), currency);
  } catch {
    return '–';
  }
}
