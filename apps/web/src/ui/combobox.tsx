import { Combobox as Base } from '@base-ui/react/combobox';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Check, ChevronsUpDown, Plus, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useFieldControl } from './field.tsx';
import { CONTROL_CLASS } from './input.tsx';

/** A record as a picker shows it. */
export interface Pick {
  id: string;
  label: string;
  /** A second line that tells namesakes apart. */
  note?: string | null;
}

export interface ComboboxProps {
  value: Pick | null;
  onChange: (value: Pick | null) => void;
  /** Finds records for what is typed; an empty text gives the likely ones. */
  search: (text: string, signal: AbortSignal) => Promise<Pick[]>;
  /** What the search finds ("contacts"), as the key of its cache. */
  searchKey: string;
  placeholder?: string;
  /** Offers to make a record named as typed. */
  onCreate?: (text: string) => void;
  disabled?: boolean;
  name?: string;
  'aria-label'?: string;
}

/** Picks one record by typing. */
export function Combobox(props: ComboboxProps) {
  const { value, onChange, search, searchKey, placeholder, onCreate, disabled, name } = props;
  const { t } = useLingui();
  const control = useFieldControl();
  const [typed, setTyped] = useState(value?.label ?? '');
  const [open, setOpen] = useState(false);
  const text = useDeferredValue(typed === value?.label ? '' : typed.trim());
  const found = useQuery({
    queryKey: ['pick', searchKey, text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: open,
    placeholderData: (before) => before,
  });
  // Among the choices, so that the arrows reach it as they reach the others.
  const creation: Pick[] = onCreate && text ? [{ id: CREATE, label: text }] : [];
  const choose = (pick: Pick | null) => {
    if (pick?.id === CREATE) onCreate?.(pick.label);
    else onChange(pick);
  };
  return (
    <Base.Root<Pick>
      items={[...(found.data ?? []), ...creation]}
      filter={null}
      value={value}
      onValueChange={choose}
      onOpenChange={setOpen}
      onInputValueChange={setTyped}
      itemToStringLabel={(item) => item.label}
      isItemEqualToValue={(a, b) => a.id === b.id}
      autoHighlight
      disabled={disabled}
    >
      <div className="relative">
        <Base.Input
          {...control}
          aria-label={props['aria-label']}
          name={name}
          placeholder={placeholder}
          className={clsx(CONTROL_CLASS, 'h-(--control) ps-3 pe-14')}
        />
        <span className="absolute inset-y-0 end-1 flex items-center">
          <Base.Clear aria-label={t`Clear`} className={TOOL}>
            <X aria-hidden className="size-4" />
          </Base.Clear>
          <Base.Trigger aria-label={t`Show choices`} className={TOOL}>
            <ChevronsUpDown aria-hidden className="size-4" />
          </Base.Trigger>
        </span>
      </div>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-80">
          <Base.Popup className="pop w-(--anchor-width) min-w-56 overflow-hidden rounded-control bg-raised shadow-raised">
            <Base.List
              className="max-h-[min(18rem,var(--available-height))] overflow-y-auto p-1 empty:p-0"
              aria-busy={found.isFetching}
            >
              {(item: Pick) =>
                item.id === CREATE ? (
                  <Base.Item key={item.id} value={item} className={clsx(ITEM, 'not-first:border-t')}>
                    <Plus aria-hidden className="size-4" />
                    {t`Create “${item.label}”`}
                  </Base.Item>
                ) : (
                  <Base.Item key={item.id} value={item} className={ITEM}>
                    <span className="min-w-0 flex-1">
                      <span className="block truncate">{item.label}</span>
                      {item.note && (
                        <span className="block truncate text-ink-faint text-xs">{item.note}</span>
                      )}
                    </span>
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Base.ItemIndicator>
                  </Base.Item>
                )
              }
            </Base.List>
            <Base.Status className="px-3 text-ink-faint text-sm [&:not(:empty)]:py-2">
              {found.isFetching && !found.data
                ? t`Searching…`
                : found.data?.length === 0
                  ? t`Nothing found.`
                  : null}
            </Base.Status>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const CREATE = '\u0000create';
const TOOL = 'grid size-7 place-items-center rounded-md text-ink-faint hover:text-ink data-disabled:hidden';
const ITEM =
  'flex min-h-9 cursor-default items-center gap-2 rounded-md px-2.5 py-1 text-start text-sm outline-none data-highlighted:bg-hover';
