import { useLingui } from '@lingui/react/macro';
import { Columns3 } from 'lucide-react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';

/** Chooses the columns shown; the choice is part of the address. */
export function ColumnMenu<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  const shown = list.visible.map((column) => column.id);
  const toggle = (id: string, on: boolean) => {
    const next = list.columns
      .map((column) => column.id)
      .filter((one) => (one === id ? on : shown.includes(one)));
    const normal = list.columns.filter((column) => !column.hidden).map((column) => column.id);
    list.set({ cols: next.join() === normal.join() ? undefined : next.join() });
  };
  return (
    <Popover
      title={t`Columns`}
      align="end"
      trigger={
        <IconButton label={t`Columns`} size="sm" className="max-md:hidden">
          <Columns3 aria-hidden className="size-4" />
        </IconButton>
      }
    >
      {list.columns.map((column) => (
        <Checkbox
          key={column.id}
          checked={shown.includes(column.id)}
          disabled={column.card === 'title'}
          onChange={(on) => toggle(column.id, on)}
          label={column.header}
        />
      ))}
    </Popover>
  );
}
