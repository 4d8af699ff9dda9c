import { useLingui } from '@lingui/react/macro';
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { commaList } from '../../lib/comma-list.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { Input } from '../../ui/input.tsx';
import { Select } from '../../ui/select.tsx';
import type { AnyEditor, CellValue, CellEditor as Editor } from './cell-edit.ts';
import type { Column, RowBase } from './types.ts';

interface CellEditorProps<Row extends RowBase> {
  row: Row;
  column: Column<Row>;
  /** The row in words. */
  name: string;
  /** `step` moves on to a neighbouring cell, as Tab does; null leaves the focus where it went. */
  onCommit: (value: CellValue, step: Step) => void;
  onCancel: () => void;
}

type Step = -1 | 0 | 1 | null;

const SMALL = '!h-8 compact:!h-7 !px-2';
const OPEN_POPUP = '[aria-expanded=true]';

/** The inside of a cell while it is changed: Enter and Tab save, Escape leaves it as it was. */
export default function CellEditor<Row extends RowBase>(props: CellEditorProps<Row>) {
  const { row, column, name, onCommit, onCancel } = props;
  const { t } = useLingui();
  const box = useRef<HTMLSpanElement>(null);
  const editor = column.edit as Editor<Row>;
  const [value, setValue] = useState<CellValue>(() => (editor as unknown as AnyEditor<Row>).value(row));
  const over = useRef(false);
  const end = (given: CellValue, step: Step) => {
    if (over.current) return;
    over.current = true;
    onCommit(given, step);
  };

  useEffect(() => {
    const control = box.current?.querySelector<HTMLElement>('input:not([aria-hidden]),select');
    control?.focus();
    if (control instanceof HTMLInputElement) control.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    // An open list of choices has these keys first.
    const choosing = box.current?.querySelector(`input${OPEN_POPUP}`) !== null;
    if (event.key === 'Escape' && !choosing) {
      over.current = true;
      onCancel();
    } else if (event.key === 'Enter' && !choosing) end(value, 0);
    else if (event.key === 'Tab') end(value, event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (event: FocusEvent) => {
    const to = event.relatedTarget;
    const inside = to instanceof Element && (box.current?.contains(to) || to.closest('[role=listbox]'));
    if (!inside && document.hasFocus()) end(value, null);
  };
  const label = t`${column.header} of ${name}`;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what its one control leaves over.
    <span ref={box} onKeyDown={onKeyDown} onBlur={onBlur} className="-mx-2 block">
      {editor.kind === 'text' && (
        <Input
          aria-label={label}
          type={editor.type ?? 'text'}
          value={String(value ?? '')}
          onChange={(event) => setValue(event.target.value)}
          className={SMALL}
        />
      )}
      {editor.kind === 'tags' && (
        <TagsInput label={label} value={value as readonly string[]} onChange={setValue} />
      )}
      {editor.kind === 'date' && (
        <DateInput aria-label={label} value={value as string | null} onChange={setValue} className={SMALL} />
      )}
      {editor.kind === 'select' && (
        <Select
          aria-label={label}
          options={editor.options}
          value={String(value)}
          onChange={setValue}
          className="!h-8 compact:!h-7 !ps-2"
        />
      )}
      {editor.kind === 'record' && (
        <Combobox
          aria-label={label}
          searchKey={editor.searchKey}
          search={editor.search}
          value={value as Exclude<CellValue, string | readonly string[]>}
          onChange={(pick) => {
            setValue(pick);
            if (pick) end(pick, 0);
          }}
        />
      )}
    </span>
  );
}

function TagsInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(value.join(', '));
  const type = (next: string) => {
    setText(next);
    onChange(commaList(next));
  };
  return (
    <Input
      aria-label={label}
      aria-description={t`Separated by commas`}
      value={text}
      onChange={(event) => type(event.target.value)}
      className={SMALL}
    />
  );
}
