import { useLingui } from '@lingui/react/macro';
import type { SalesTermsView } from '@officina/contracts/sales-terms';
import { clsx } from 'clsx';
import { ArrowDown, ArrowUp, Copy, Ellipsis, GripVertical, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { MoneyField, QuantityField } from '../../lib/form/fields.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { EditorLine } from './editor-values.ts';
import { KindField, RowTotal } from './line-parts.tsx';
import './line-row.css';
import { useLineDrag } from './use-line-drag.ts';

interface LineRowProps {
  index: number;
  last: boolean;
  currency: string;
  terms: SalesTermsView;
  onAdd: () => void;
  onMove: (to: number) => void;
  /** A line that was dragged from elsewhere onto this one. */
  onDrop: (from: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

export function LineRow(props: LineRowProps) {
  const { index, last, currency, terms, onAdd, onMove, onDuplicate, onRemove } = props;
  const { t } = useLingui();
  const { row, handle, dragging, over } = useLineDrag(index, props.onDrop);
  const name = <F extends keyof EditorLine>(field: F) => `lines.${index}.${field}` as const;
  const place = index + 1;

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const field = event.target instanceof HTMLElement && event.target.getAttribute('name');
    if (event.altKey && step) {
      event.preventDefault();
      onMove(index + step);
      // The row keeps its elements when it moves, but the browser drops the focus of what it takes along.
      if (field) requestAnimationFrame(() => focusField(field.replace(String(index), String(index + step))));
    } else if (event.key === 'Enter' && field && !event.shiftKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      onAdd();
    }
  };

  return (
    <li
      ref={row}
      onKeyDown={onKeyDown}
      aria-label={t`Line ${place}`}
      className={clsx(
        'line-row border-b px-4 py-3',
        dragging && 'opacity-40',
        over === 'above' && 'shadow-[inset_0_2px_var(--accent-ink)]',
        over === 'below' && 'shadow-[inset_0_-2px_var(--accent-ink)]',
      )}
    >
      <span
        ref={handle}
        aria-hidden
        data-tip={t`Drag to reorder`}
        className="grid h-(--control) cursor-grab place-items-center text-ink-faint [grid-area:grip] pointer-coarse:hidden"
      >
        <GripVertical className="size-4" />
      </span>
      <TextareaField
        name={name('description')}
        label={t`Description of line ${place}`}
        labelHidden
        rows={1}
        maxLength={500}
        placeholder={t`What is done or delivered`}
        className="[&_textarea]:min-h-(--control) [&_textarea]:resize-none [&_textarea]:py-1.5 [grid-area:text]"
      />
      <KindField index={index} hourlyRateCents={terms.hourlyRateCents} />
      <QuantityField
        name={name('quantity')}
        label={t`Quantity of line ${place}`}
        labelHidden
        className="[grid-area:quantity]"
      />
      <MoneyField
        name={name('unitPriceCents')}
        label={t`Unit price of line ${place}, excluding VAT`}
        labelHidden
        currency={currency}
        className="[grid-area:price]"
      />
      <QuantityField
        name={name('vatRate')}
        label={t`VAT rate of line ${place}`}
        labelHidden
        decimals={2}
        unit="%"
        disabled={terms.vatExempt}
        className="[grid-area:vat]"
      />
      <RowTotal index={index} currency={currency} />
      <div className="[grid-area:menu]">
        <Menu
          align="end"
          trigger={
            <IconButton label={t`More for line ${place}`}>
              <Ellipsis aria-hidden className="size-4" />
            </IconButton>
          }
          entries={[
            index > 0 && {
              label: t`Move up`,
              icon: <ArrowUp aria-hidden />,
              keys: 'alt+ArrowUp',
              run: () => onMove(index - 1),
            },
            !last && {
              label: t`Move down`,
              icon: <ArrowDown aria-hidden />,
              keys: 'alt+ArrowDown',
              run: () => onMove(index + 1),
            },
            { label: t`Duplicate`, icon: <Copy aria-hidden />, run: onDuplicate },
            'separator',
            { label: t`Remove`, icon: <Trash2 aria-hidden />, danger: true, run: onRemove },
          ]}
        />
      </div>
    </li>
  );
}

function focusField(name: string) {
  document.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`)?.focus();
}
