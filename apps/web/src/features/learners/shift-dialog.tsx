import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDetail, ShiftView } from '@officina/contracts/training-staff';
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { localIn, momentIn, zoneName } from '../../lib/zones.ts';
import { api, trpc } from '../../trpc.ts';
import { refreshTraining } from './refresh-training.ts';

interface Props {
  detail: EnrollmentDetail;
  /** The shift to put right; a new one without. */
  shift?: ShiftView;
  onClose: () => void;
}

/** Hours that no device recorded, or that a device recorded wrongly. */
export function ShiftDialog({ detail, shift, onClose }: Props) {
  const { t } = useLingui();
  const { data } = useQuery(trpc.training.shops.queryOptions({ limit: 100 }));
  const sites = (data?.items ?? []).flatMap((shop) =>
    shop.sites.map(({ id, name }) => ({
      value: id,
      label: name === shop.name ? name : `${shop.name}: ${name}`,
    })),
  );
  const zone = detail.enrollment.timeZone;
  const local = (iso: string | null | undefined): string => (iso ? localIn(iso, zone) : '');
  const moment = (typed: string): string | null => (typed ? momentIn(typed, zone) : null);
  const form = useAppForm({
    defaults: {
      siteId: shift?.siteId ?? '',
      clockInAt: local(shift?.clockInAt),
      clockOutAt: local(shift?.clockOutAt),
      lunchStartAt: local(shift?.lunchStartAt),
      lunchEndAt: local(shift?.lunchEndAt),
      reason: '',
    },
    submit: ({ siteId, reason, ...times }) => {
      const lunch = {
        lunchStartAt: moment(times.lunchStartAt),
        lunchEndAt: moment(times.lunchEndAt),
      };
      const clockInAt = moment(times.clockInAt) ?? '';
      const clockOutAt = moment(times.clockOutAt) ?? '';
      return shift
        ? api.training.correctShift.mutate({ entryId: shift.id, clockInAt, clockOutAt, ...lunch, reason })
        : api.training.addShift.mutate({
            enrollmentId: detail.enrollment.id,
            siteId,
            clockInAt,
            clockOutAt,
            ...lunch,
            reason,
          });
    },
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={shift ? t`Correct the shift` : t`Add a shift`}
      description={t`Times are in ${zoneName(zone)}.`}
      submitLabel={t`Save`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {!shift && (
          <SelectField
            name="siteId"
            label={t`Site`}
            options={sites}
            placeholder={t`Choose`}
            required
            className="sm:col-span-2"
          />
        )}
        <TextField name="clockInAt" label={t`Clock in`} type="datetime-local" required />
        <TextField name="clockOutAt" label={t`Clock out`} type="datetime-local" required />
        <TextField name="lunchStartAt" label={t`Lunch from`} type="datetime-local" />
        <TextField name="lunchEndAt" label={t`Lunch to`} type="datetime-local" />
        <TextareaField name="reason" label={t`Reason`} required maxLength={1000} className="sm:col-span-2" />
      </div>
    </FormDialog>
  );
}
