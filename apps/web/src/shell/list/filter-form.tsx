import { lazy, Suspense } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Filter } from './types.ts';

const Combobox = lazy(() => import('../../ui/combobox.tsx').then((module) => ({ default: module.Combobox })));
const DateInput = lazy(() =>
  import('../../ui/date-input.tsx').then((module) => ({ default: module.DateInput })),
);

interface FilterFormProps {
  filter: Filter;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** The inside of a filter's popover. */
export function FilterForm({ filter, value, onChange }: FilterFormProps) {
  if (filter.kind === 'many') {
    const chosen = value?.split(',') ?? [];
    const toggle = (word: string, on: boolean) => {
      const next = filter.options
        .map((option) => option.value)
        .filter((one) => (one === word ? on : chosen.includes(one)));
      onChange(next.join(',') || undefined);
    };
    return filter.options.map((option) => (
      <Checkbox
        key={option.value}
        checked={chosen.includes(option.value)}
        onChange={(on) => toggle(option.value, on)}
        label={option.label}
      />
    ));
  }
  if (filter.kind === 'one') {
    return (
      <RadioGroup
        legend={filter.label}
        legendHidden
        options={filter.options}
        value={value ?? null}
        onChange={onChange}
      />
    );
  }
  return (
    <Suspense fallback={<Skeleton className="h-9 w-56" />}>
      {filter.kind === 'date' && (
        <DateInput
          aria-label={filter.label}
          value={value ?? null}
          onChange={(day) => onChange(day ?? undefined)}
        />
      )}
      {filter.kind === 'record' && (
        <Combobox
          aria-label={filter.label}
          searchKey={filter.id}
          search={filter.search}
          value={null}
          onChange={(pick) => onChange(pick?.id)}
        />
      )}
    </Suspense>
  );
}
