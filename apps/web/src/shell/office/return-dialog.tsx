import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { refreshBinders } from './refresh-binders.ts';
import type { VerbTarget } from './use-binder-verbs.tsx';

/** Hands a binder over: to whom is recorded for ever. One that is still in the office is made ready in the same step. */
export function ReturnDialog({ binder, onClose }: { binder: VerbTarget; onClose: () => void }) {
  const { t } = useLingui();
  const { ref, binderNumber, client, status } = binder;
  const names = useQuery(trpc.binders.pickupNames.queryOptions({ clientRef: client.ref }));
  const form = useAppForm({
    defaults: { pickupPersonName: '' },
    submit: (values) => api.binders.return.mutate({ ref, ...values, readyFirst: status === 'in_office' }),
    done: () => {
      onClose();
      void toastDone(t`${binderNumber} was handed over`);
      return refreshBinders();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Give back ${binderNumber}`}
      description={client.name}
      submitLabel={t`Give back`}
      size="sm"
      onClose={onClose}
    >
      {status === 'in_office' && (
        <Notice tone="info">{t`It is not marked ready yet: that is done first, in the same step.`}</Notice>
      )}
      <TextField
        name="pickupPersonName"
        label={t`Collected by`}
        autoComplete="off"
        maxLength={200}
        required
        autoFocus
      />
      {!!names.data?.names.length && (
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="mb-1 text-ink-muted text-sm">{t`Who collected before`}</legend>
          {names.data.names.map((name) => (
            <Button
              key={name}
              size="sm"
              onClick={() => form.methods.setValue('pickupPersonName', name, { shouldDirty: true })}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </FormDialog>
  );
}
