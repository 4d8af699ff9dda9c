import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { DateField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { dayOf } from '../../lib/format.ts';
import { toastDone } from '../../lib/toast.ts';
import { api, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Pick } from '../../ui/combobox.tsx';
import { searchClients } from './pickers.ts';
import { printLabel } from './print-label.ts';
import { ReceiveWarnings } from './receive-warnings.tsx';
import { refreshBinders } from './refresh-binders.ts';

const ClientForm = lazy(() => import('./client-form.tsx').then((module) => ({ default: module.ClientForm })));

interface ReceiveDialogProps {
  /** The client whose binder it is, where that is known. */
  clientRef?: string;
  onClose: () => void;
}

/** Takes a binder in: client, number, done. The promise of ninety days begins on the day of receipt. */
export function ReceiveDialog({ clientRef, onClose }: ReceiveDialogProps) {
  const known = useQuery({
    ...trpc.officeClients.get.queryOptions({ ref: Number(clientRef) }),
    enabled: !!clientRef,
  });
  if (clientRef && !known.data) return null;
  const client = known.data && { id: String(known.data.ref), label: known.data.fullName };
  return <ReceiveForm client={client ?? null} onClose={onClose} />;
}

function ReceiveForm({ client, onClose }: { client: Pick | null; onClose: () => void }) {
  const { t } = useLingui();
  const [label, setLabel] = useState(false);
  const [newClient, setNewClient] = useState<string | null>(null);
  /** Set by the button that saves and goes on with the same client. */
  const next = useRef(false);
  const form = useAppForm({
    defaults: { client, binderNumber: '', receivedAt: dayOf() as string | null, notes: '' },
    rename: { clientRef: 'client' },
    submit: (values) =>
      api.binders.receive.mutate({
        clientRef: Number(values.client?.id ?? Number.NaN),
        binderNumber: values.binderNumber,
        receivedAt: values.receivedAt ?? '',
        notes: values.notes,
      }),
    async done(binder, values) {
      void toastDone(t`${binder.binderNumber} received`);
      if (label) await printLabel(binder);
      await refreshBinders();
      if (!next.current) return onClose();
      next.current = false;
      form.methods.reset({ ...values, binderNumber: '', notes: '' });
      form.element.current?.querySelector<HTMLElement>('[name=binderNumber]')?.focus();
    },
    refused: () => {
      next.current = false;
    },
  });
  const chosen = form.methods.watch('client');
  return (
    <>
      <FormDialog
        form={form}
        title={t`Receive a binder`}
        submitLabel={t`Receive`}
        onClose={onClose}
        extra={
          <Button
            onClick={() => {
              next.current = true;
              void form.submit();
            }}
          >{t`Save and next`}</Button>
        }
      >
        <RecordField
          name="client"
          label={t`Client`}
          search={searchClients}
          searchKey="office-clients"
          placeholder={t`Name or id number`}
          onCreate={setNewClient}
          required
        />
        {chosen && <ReceiveWarnings clientRef={Number(chosen.id)} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            name="binderNumber"
            label={t`Number`}
            autoComplete="off"
            maxLength={64}
            dir="auto"
            required
            autoFocus={client !== null}
          />
          <DateField name="receivedAt" label={t`Received`} max={dayOf()} required />
        </div>
        <TextareaField name="notes" label={t`Notes`} rows={2} maxLength={4000} />
        <Checkbox label={t`Print a label with its QR code`} checked={label} onChange={setLabel} />
      </FormDialog>
      <Suspense>
        {newClient !== null && (
          <ClientForm
            name={newClient}
            onClose={() => setNewClient(null)}
            onSaved={(made) => {
              setNewClient(null);
              form.methods.setValue(
                'client',
                { id: String(made.ref), label: made.fullName },
                { shouldDirty: true },
              );
            }}
          />
        )}
      </Suspense>
    </>
  );
}
