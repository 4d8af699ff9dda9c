import { i18n } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { GitMerge } from 'lucide-react';
import { use, useEffect, useRef } from 'react';
import { type FieldValues, type UseFormReturn, useWatch } from 'react-hook-form';
import { Button } from '../../ui/button.tsx';
import { ago } from '../format.ts';
import { type Conflict, type Contested, choose } from './conflict.ts';
import { FieldWords } from './field-words.ts';

interface ConflictNoticeProps<V extends FieldValues> {
  conflict: Conflict;
  methods: UseFormReturn<V>;
}

/** Says what a colleague changed under a form, and lets one decide field by field. What was typed is still there. */
export function ConflictNotice<V extends FieldValues>({ conflict, methods }: ConflictNoticeProps<V>) {
  const { t } = useLingui();
  const box = useRef<HTMLElement>(null);
  const { by, at, fields } = conflict;
  useEffect(() => {
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const names = new Intl.ListFormat(i18n.locale).format(by) || t`Somebody`;
  const when = at ? ago(at) : '';
  const all = (side: 'mine' | 'theirs') => {
    for (const field of fields) choose(methods, field.name, field[side]);
  };
  return (
    <section
      ref={box}
      role="alert"
      className="rounded-control border border-warning bg-warning-soft px-3 py-2.5 text-sm"
    >
      <h3 className="flex items-center gap-2 font-medium text-warning">
        <GitMerge aria-hidden className="size-4 shrink-0" />
        {when
          ? t`${names} changed this ${when}, while you were editing.`
          : t`${names} changed this while you were editing.`}
      </h3>
      <p className="mt-1 text-ink-muted">{t`Nothing is lost. Choose what is right, then save.`}</p>
      <ul className="mt-2 flex flex-col divide-y">
        {fields.map((field) => (
          <Choice key={field.name} field={field} methods={methods} />
        ))}
      </ul>
      {fields.length > 1 && (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={() => all('mine')}>{t`Keep all of mine`}</Button>
          <Button size="sm" onClick={() => all('theirs')}>{t`Take all of theirs`}</Button>
        </div>
      )}
    </section>
  );
}

function Choice<V extends FieldValues>({ field, methods }: { field: Contested; methods: UseFormReturn<V> }) {
  const { t } = useLingui();
  const { label } = use(FieldWords).get(field.name) ?? {};
  const current = useWatch({ control: methods.control, name: field.name as never }) as unknown;
  const sides = [
    { side: 'mine', title: field.both ? t`Keep mine` : t`As it was` },
    { side: 'theirs', title: t`Take theirs` },
  ] as const;
  return (
    <li className="py-2">
      <p id={`conflict-${field.name}`} className="mb-1 font-medium">
        {label ?? field.name}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid as a grid of two equal buttons everywhere. */}
      <div role="group" aria-labelledby={`conflict-${field.name}`} className="grid grid-cols-2 gap-2">
        {sides.map(({ side, title }) => {
          const chosen = JSON.stringify(current) === JSON.stringify(field[side]);
          return (
            <button
              key={side}
              type="button"
              aria-pressed={chosen}
              onClick={() => choose(methods, field.name, field[side])}
              className={clsx(
                'min-w-0 rounded-control border bg-surface px-2.5 py-1.5 text-start hover:bg-hover',
                chosen ? 'border-accent outline outline-accent' : 'border-line-strong',
              )}
            >
              <span className="block text-ink-muted text-xs">{title}</span>
              <span className="line-clamp-3 break-words">
                {/* Numbers and addresses read from left to right in any language. */}
                <bdi>
                  <Value name={field.name} value={field[side]} />
                </bdi>
              </span>
            </button>
          );
        })}
      </div>
    </li>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  const { t } = useLingui();
  const { print } = use(FieldWords).get(name) ?? {};
  if (value === null || value === undefined || value === '') return <>–</>;
  if (print) return print(value as never);
  if (typeof value === 'boolean') return value ? t`Yes` : t`No`;
  if (typeof value === 'object' && 'label' in value) return String(value.label);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
