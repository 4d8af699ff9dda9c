import { useLingui } from '@lingui/react/macro';
import type { ApiKeyView } from '@officina/contracts/api-keys';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';

interface KeyFormProps {
  onMade: (key: ApiKeyView & { key: string }) => unknown;
  onClose: () => void;
}

/** A key's name, what it may do, and how long it lives. */
export function KeyForm({ onMade, onClose }: KeyFormProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { name: '', may: 'both' as 'read' | 'write' | 'both', expiresAt: null as string | null },
    rename: { scopes: 'may' },
    submit: ({ name, may, expiresAt }) =>
      api.apiKeys.create.mutate({
        name,
        scopes: may === 'both' ? ['read', 'write'] : [may],
        expiresAt: expiresAt && `${expiresAt}T23:59:59Z`,
      }),
    done: onMade,
  });
  return (
    <FormDialog
      form={form}
      title={t`New API key`}
      description={t`A program with it does what you may do, as far as the key allows.`}
      submitLabel={t`Create the key`}
      size="sm"
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} hint={t`What uses it.`} maxLength={80} required autoFocus />
      <SelectField
        name="may"
        label={t`It may`}
        options={[
          { value: 'both', label: t`Read and write` },
          { value: 'read', label: t({ context: 'key', message: 'Read' }) },
          { value: 'write', label: t({ context: 'key', message: 'Write' }) },
        ]}
        required
      />
      <DateField name="expiresAt" label={t`Last day`} hint={t`Empty: until it is revoked.`} />
    </FormDialog>
  );
}
