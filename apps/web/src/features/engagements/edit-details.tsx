import { useLingui } from '@lingui/react/macro';
import { type EditSide, fateOfEdit } from '@officina/contracts/edits';
import type { Engagement } from '@officina/contracts/engagements';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { DateField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { can } from '../../lib/session.ts';
import { toastDone } from '../../lib/toast.ts';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { dayPart } from '../../shell/portal/figures.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { api } from '../../trpc.ts';
import { Notice } from '../../ui/notice.tsx';

const FIELDS = [
  'title',
  'startDate',
  'targetDate',
  'procurementRef',
  'purchaseOrderRef',
  'costCenter',
] as const;
type Field = (typeof FIELDS)[number];
type Values = Record<Field, string | null>;

const sideOf = (): EditSide =>
  can('portal.billing.unpay') ? 'admin' : can('portal.engagements.write') ? 'staff' : 'client';

const valuesOf = (engagement: Engagement): Values => ({
  title: engagement.title,
  startDate: dayPart(engagement.startDate),
  targetDate: dayPart(engagement.targetDate),
  procurementRef: engagement.procurementRef ?? '',
  purchaseOrderRef: engagement.purchaseOrderRef ?? '',
  costCenter: engagement.costCenter ?? '',
});

const changedIn = (before: Values, after: Values): Field[] =>
  FIELDS.filter((field) => (before[field] || null) !== (after[field] || null));

interface EditDetailsProps {
  engagement: Engagement;
  onClose: () => void;
}

/** Changes what was agreed of an engagement; says before it is sent what of it needs approval. */
export function EditDetails({ engagement, onClose }: EditDetailsProps) {
  const { t } = useLingui();
  const { fieldWord } = useEditWords();
  const navigate = useNavigate();
  const before = valuesOf(engagement);
  const side = sideOf();
  const form = useAppForm({
    defaults: { ...before, reason: '' },
    submit: ({ reason, ...values }) =>
      api.edits.submit.mutate({
        entityType: 'engagement',
        entityId: engagement.id,
        reason,
        diff: changedIn(before, values).map((field) => ({
          field,
          from: before[field] || null,
          to: values[field] || null,
        })),
      }),
    refused: refreshPortal,
    done: async ({ status, editEventId }) => {
      onClose();
      await refreshPortal();
      if (status === 'applied') return void toastDone(t`The details are changed`);
      await navigate({ to: '/portal/edits/$id', params: { id: editEventId } });
    },
  });
  const now = useWatch({ control: form.methods.control }) as Values;
  const changed = changedIn(before, now);
  const waiting = changed.filter((field) => fateOfEdit('engagement', field, side) === 'approval');
  const named = waiting.map(fieldWord).join(', ');
  return (
    <FormDialog
      form={form}
      title={t`Edit details`}
      description={t`Some details change at once, others once a change request is approved.`}
      submitLabel={waiting.length ? t`Send for approval` : t`Save`}
      onClose={onClose}
    >
      <TextField name="title" label={fieldWord('title')} maxLength={200} required autoFocus />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="startDate" label={fieldWord('startDate')} />
        <DateField name="targetDate" label={fieldWord('targetDate')} />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="procurementRef" label={fieldWord('procurementRef')} maxLength={120} />
        <TextField name="purchaseOrderRef" label={fieldWord('purchaseOrderRef')} maxLength={120} />
        <TextField name="costCenter" label={fieldWord('costCenter')} maxLength={120} />
      </div>
      {waiting.length > 0 ? (
        <Notice tone="warning">
          {waiting.length === changed.length
            ? t`Needs approval: ${named}. Nothing changes until a change request is approved.`
            : t`Needs approval: ${named}. The other changes wait with it.`}
        </Notice>
      ) : (
        changed.length > 0 && <Notice tone="info">{t`These changes are applied at once.`}</Notice>
      )}
      <TextareaField name="reason" label={t`Reason`} rows={2} maxLength={1000} required />
    </FormDialog>
  );
}
