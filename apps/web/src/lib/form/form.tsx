import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Button } from '../../ui/button.tsx';
import { describe } from '../failure-text.ts';
import { FormScope } from './form-scope.tsx';
import type { AppForm } from './use-app-form.ts';

const ConflictNotice = lazy(() =>
  import('./conflict-notice.tsx').then((module) => ({ default: module.ConflictNotice })),
);
const DirtyGuard = lazy(() => import('./dirty-guard.tsx').then((module) => ({ default: module.DirtyGuard })));

interface FormProps<V extends FieldValues> {
  form: AppForm<V>;
  /** The verb of the button: "Save", "Create contact". */
  submitLabel: string;
  submitIcon?: ReactNode;
  onCancel?: () => void;
  /** Beside the submit button: "Save and send". */
  extra?: ReactNode;
  /** Keeps the buttons in sight at the foot of a long page, with this beside them: a total, a state. */
  bar?: ReactNode;
  /** In a window, which on a phone is a sheet: the buttons stay under the thumb. */
  sheet?: boolean;
  /** Stretches the button, for sign-in and the like. */
  wide?: boolean;
  /** What it does cannot be taken back. */
  danger?: boolean;
  children: ReactNode;
}

/** The form itself, alike on pages and in dialogs: draft notice, fields, failure, buttons. Ctrl/Cmd-Enter sends from anywhere in it. */
export function Form<V extends FieldValues>({
  form,
  submitLabel,
  submitIcon,
  onCancel,
  extra,
  bar,
  sheet,
  wide,
  danger,
  children,
}: FormProps<V>) {
  const { t } = useLingui();
  const failureId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void form.submit();
  };
  return (
    <FormScope form={form}>
      {form.guarded && (
        <Suspense>
          <DirtyGuard sent={form.sent} />
        </Suspense>
      )}
      <form
        ref={form.element}
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void form.submit();
        }}
        aria-describedby={form.failure ? failureId : undefined}
        className="flex flex-col gap-4"
      >
        {form.draft.restored && (
          <p className="flex items-center justify-between gap-3 rounded-control bg-info-soft px-3 py-1.5 text-info text-sm">
            {t`Your unsent input from last time is back.`}
            <Button size="sm" variant="ghost" className="!text-current" onClick={form.draft.discard}>
              {t`Discard`}
            </Button>
          </p>
        )}
        {form.conflict && (
          <Suspense>
            <ConflictNotice conflict={form.conflict} methods={form.methods as never} />
          </Suspense>
        )}
        {children}
        {form.failure && (
          <div
            id={failureId}
            role="alert"
            className="rounded-control bg-danger-soft px-3 py-2 text-danger text-sm"
          >
            <p>{describe(form.failure)}</p>
            {form.unplaced.map((message) => (
              <p key={message}>{message}</p>
            ))}
          </div>
        )}
        <div
          className={clsx(
            'flex flex-wrap items-center justify-end gap-2',
            bar &&
              'sticky bottom-2 z-10 rounded-panel border border-line-strong bg-surface px-4 py-2.5 shadow-raised',
            sheet &&
              'max-md:sticky max-md:-bottom-5 max-md:z-10 max-md:-mx-5 max-md:-mb-5 max-md:border-t max-md:bg-surface max-md:px-5 max-md:py-3',
          )}
        >
          {bar && <div className="min-w-0 flex-1">{bar}</div>}
          {onCancel && (
            <Button className={bar ? 'max-sm:hidden' : undefined} onClick={onCancel}>
              {t`Cancel`}
            </Button>
          )}
          {extra}
          <Button
            type="submit"
            variant={danger ? 'danger' : 'primary'}
            busy={form.pending}
            icon={submitIcon}
            className={wide ? 'flex-1' : undefined}
          >
            {submitLabel}
          </Button>
        </div>
      </form>
    </FormScope>
  );
}
