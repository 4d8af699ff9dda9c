import { useLingui } from '@lingui/react/macro';
import { Download, Search } from 'lucide-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Input } from '../../ui/input.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import type { RowBase } from './types.ts';
import type { List } from './use-list.ts';
import { ViewMenu } from './view-menu.tsx';

interface ToolbarProps<Row extends RowBase> {
  list: List<Row>;
  count: string | null;
  searchRef: RefObject<HTMLInputElement | null>;
  onExport: (() => Promise<unknown>) | undefined;
}

/** Search, filters, count, views, columns, export: in this order on every list. */
export function Toolbar<Row extends RowBase>({ list, count, searchRef, onExport }: ToolbarProps<Row>) {
  const { t } = useLingui();
  const [exporting, setExporting] = useState(false);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-1.5 border-b px-(--gutter) py-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4">
      {list.searchable && <SearchBox list={list} searchRef={searchRef} />}
      <FilterChips list={list} />
      <span className="flex-1" />
      <span aria-live="polite" className="tabular shrink-0 px-1.5 text-ink-muted text-xs">
        {count}
      </span>
      <ViewMenu list={list} />
      <ColumnMenu list={list} />
      {onExport && (
        <IconButton
          label={t`Export as CSV`}
          size="sm"
          busy={exporting}
          onClick={() => {
            setExporting(true);
            void onExport().finally(() => setExporting(false));
          }}
        >
          <Download aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  );
}

const PAUSE = 200;

function SearchBox<Row extends RowBase>({ list, searchRef }: Pick<ToolbarProps<Row>, 'list' | 'searchRef'>) {
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
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        before={<Search aria-hidden className="size-4" />}
        className="!h-7 !shadow-none [&::-webkit-search-cancel-button]:hidden"
      />
    </div>
  );
}
