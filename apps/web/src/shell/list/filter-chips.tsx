import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ChevronDown, X } from 'lucide-react';
import { lazy, type ReactElement, Suspense } from 'react';
import { date } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Filter, RowBase } from './types.ts';
import type { List } from './use-list.ts';

const FilterForm = lazy(() => import('./filter-form.tsx').then((module) => ({ default: module.FilterForm })));

/** One chip per filter, in the order declared; a chip says its value and opens to change it. */
export function FilterChips<Row extends RowBase>({ list }: { list: List<Row> }) {
  const { t } = useLingui();
  return (
    <>
      {list.filters.map((filter) => {
        const value = list.search[filter.id];
        const set = (next: string | undefined) => list.set({ [filter.id]: next });
        if (filter.kind === 'flag') {
          return (
            <Chip
              key={filter.id}
              on={Boolean(value)}
              aria-pressed={Boolean(value)}
              onClick={() => set(value ? undefined : '1')}
            >
              {filter.label}
            </Chip>
          );
        }
        const trigger = (
          <Chip on={Boolean(value)}>
            {value ? <FilterValue filter={filter} value={value} /> : filter.label}
            <ChevronDown aria-hidden className="size-3.5 opacity-70" />
          </Chip>
        );
        return (
          <Popover
            key={filter.id}
            title={filter.label}
            trigger={trigger as ReactElement<Record<string, unknown>>}
          >
            <Suspense fallback={<Skeleton className="h-9 w-56" />}>
              <FilterForm filter={filter} value={value} onChange={set} />
            </Suspense>
          </Popover>
        );
      })}
      {list.narrowed && (
        <Button variant="ghost" size="sm" icon={<X aria-hidden className="size-3.5" />} onClick={list.clear}>
          {t`Clear`}
        </Button>
      )}
    </>
  );
}

function Chip({ on, className, ...rest }: React.ComponentProps<typeof Button> & { on: boolean }) {
  return (
    <Button
      {...rest}
      size="sm"
      variant="secondary"
      className={clsx(
        '!shadow-none max-w-60',
        on ? '!border-accent-line !bg-accent-soft !text-accent-ink' : 'border-dashed',
        className,
      )}
    />
  );
}

function FilterValue({ filter, value }: { filter: Filter; value: string }) {
  const name = useQuery({
    queryKey: ['filter-name', filter.id, value],
    queryFn: () => (filter.kind === 'record' ? filter.nameOf(value) : value),
    enabled: filter.kind === 'record',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chosen = value.split(',');
  const text =
    filter.kind === 'many' || filter.kind === 'one'
      ? filter.options
          .filter((option) => chosen.includes(option.value))
          .map((option) => option.label)
          .join(', ')
      : filter.kind === 'date'
        ? date(value)
        : filter.kind === 'text'
          ? value
          : (name.data ?? '…');
  return (
    <span className="truncate">
      {filter.label}: <span className="font-semibold">{text}</span>
    </span>
  );
}
