import { date } from '../../lib/format.ts';

type Values = Record<string, unknown> | null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const printed = (value: unknown): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') ? value.join(', ') : `${value.length}`;
  if (typeof value === 'object') return Object.values(value).filter(Boolean).join(', ');
  if (typeof value === 'string' && DAY.test(value)) return date(value);
  return typeof value === 'boolean' ? (value ? '✓' : '–') : String(value);
};

/** How fields are called, and printed where their plain value says too little. */
export type FieldLabels = Record<string, string | { label: string; print: (value: never) => string | null }>;

/** What a change changed, field by field, for the fields that have a name for people. */
export function changesOf(labels: FieldLabels, before: Values, after: Values) {
  return Object.keys(after ?? {}).flatMap((field) => {
    const known = labels[field];
    if (!known) return [];
    const [label, print] =
      typeof known === 'string'
        ? [known, printed]
        : [known.label, (value: unknown) => (value == null ? null : known.print(value as never))];
    return [{ label, before: print(before?.[field]), after: print(after?.[field]) }];
  });
}
