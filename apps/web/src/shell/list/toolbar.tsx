import { useLingui } from '@lingui/react/macro';
import { Download, Search, X } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { number } from '../../lib/format.ts';
import { toastFailure } from '../../lib/toast.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { type CsvExport, exportCsv } from './export-csv.ts';
import { FilterChips } from './filter-chips.tsx';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';
import { ViewMenu } from './view-menu.tsx';

interface ToolbarProps<Row extends RowBase> {
  list: List<Row>;
  count: string | null;
  searchRef: RefObject<HTMLInputElement | null>;
  csv: CsvExport<Row> | undefined;
  onEnter: ((text: string) => unknown) | undefined;
}

/** Search, filters, count, views, columns, export: in this order on every list. */
export function Toolbar<Row extends RowBase>({ list, count, searchRef, csv, onEnter }: ToolbarProps<Row>) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b px-(--gutter) py-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4">
      {list.searchable && <SearchBox list={list} searchRef={searchRef} onEnter={onEnter} />}
      <FilterChips list={list} />
      <span className="flex-1" />
      <span aria-live="polite" dir="auto" className="tabular shrink-0 px-1.5 text-ink-muted text-xs">
        {count}
      </span>
      <ViewMenu list={list} />
      <ColumnMenu list={list} />
      {csv && <ExportButton list={list} csv={csv} />}
    </div>
  );
}

/** Writes what is shown into a file; a second press stops it. */
function ExportButton<Row extends RowBase>({ list, csv }: { list: List<Row>; csv: CsvExport<Row> }) {
  const { t } = useLingui();
  const [rows, setRows] = useState<number | null>(null);
  const stop = useRef<AbortController>(null);
  const busy = rows !== null;
  const toggle = () => {
    if (busy) return stop.current?.abort();
    const control = new AbortController();
    stop.current = control;
    setRows(0);
    void exportCsv(csv, list, setRows, control.signal)
      .catch(toastFailure)
      .finally(() => setRows(null));
  };
  return (
    <>
      {busy && (
        <span role="status" className="tabular shrink-0 ps-1 text-ink-muted text-xs">
          {t`${number(rows)} written`}
        </span>
      )}
      <IconButton label={busy ? t`Stop the export` : t`Export as CSV`} size="sm" onClick={toggle}>
        {busy ? <X aria-hidden className="size-4" /> : <Download aria-hidden className="size-4" />}
      </IconButton>
    </>
  );
}

const PAUSE = 200;

type SearchBoxProps<Row extends RowBase> = Pick<ToolbarProps<Row>, 'list' | 'searchRef' | 'onEnter'>;

function SearchBox<Row extends RowBase>({ list, searchRef, onEnter }: SearchBoxProps<Row>) {
  const { t } = useLingui();
  const inAddress = list.search.q ?? '';
  const [text, setText] = useState(inAddress);
  const sent = useRef(inAddress);
  const set = useRef(list.set);
  set.current = list.set;
  useEffect(() => {
    // Somebody else changed the address ("clear filters", a saved view).
    if (inAddress !== sent.current) setText(inAddress);
    sent.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    const wish = text.trim();
    if (wish === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = wish;
      set.current({ q: wish || undefined });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="w-56 shrink-0 max-md:w-40">
      <Input
        ref={searchRef}
        type="search"
        aria-label={t`Search`}
        placeholder={t`Search`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
          if (event.key === 'Enter' && text.trim()) onEnter?.(text.trim());
        }}
        before={<Search aria-hidden className="size-4" />}
        className="!h-7 !shadow-none [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  );
}
