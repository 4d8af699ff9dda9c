import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input } from '../../ui/input.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Filter } from './types.ts';

const Combobox = lazy(() => import('../../ui/combobox.tsx').then((module) => ({ default: module.Combobox })));
const DateInput = lazy(() =>
  import('../../ui/date-input.tsx').then((module) => ({ default: module.DateInput })),
);

const PAUSE = 200;

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
      {filter.kind === 'text' && <TextFilter label={filter.label} value={value} onChange={onChange} />}
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

/** Narrows by each letter; the list answers when the typing pauses. */
function TextFilter({ label, value = '', onChange }: Omit<FilterFormProps, 'filter'> & { label: string }) {
  const [text, setText] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    const wish = text.trim();
    if (wish === value) return;
    const timer = setTimeout(() => change.current(wish || undefined), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Input
      type="search"
      aria-label={label}
      dir="auto"
      value={text}
      onChange={(event) => setText(event.target.value)}
      className="[&::-webkit-search-cancel-button]:hidden"
    />
  );
}
