import { useLingui } from '@lingui/react/macro';
import type { EnrollmentDetail } from '@officina/contracts/training-staff';
import { useQuery } from '@tanstack/react-query';
import { QuantityField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api, trpc } from '../../trpc.ts';
import { refreshTraining } from './refresh-training.ts';

interface Props {
  detail: EnrollmentDetail;
  onClose: () => void;
}

/** Shops as options; one that is not approved says so. */
export function useShopOptions() {
  const { t } = useLingui();
  const { data } = useQuery(trpc.training.shops.queryOptions({ limit: 100 }));
  return (data?.items ?? []).map(({ id, name, approved, partnerStatus }) => ({
    value: id,
    label: approved && partnerStatus === 'active' ? name : t`${name} (not approved)`,
  }));
}

export function ShopDialog({ detail, onClose }: Props) {
  const { t } = useLingui();
  const options = useShopOptions();
  const form = useAppForm({
    defaults: { shopId: detail.enrollment.shopId ?? '' },
    submit: ({ shopId }) => api.training.assignShop.mutate({ enrollmentId: detail.enrollment.id, shopId }),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Shop of ${detail.learner.name}`}
      description={t`It counts from the next shift on.`}
      submitLabel={t`Assign`}
      size="sm"
      onClose={onClose}
    >
      <SelectField name="shopId" label={t`Shop`} options={options} placeholder={t`Choose`} required />
    </FormDialog>
  );
}

/** Makes the record that an imported enrolment lacks. */
export function ReconcileDialog({ detail, onClose }: Props) {
  const { t } = useLingui();
  const options = useShopOptions();
  const form = useAppForm({
    defaults: { shopId: '', transferHoursCredited: null as number | null },
    submit: ({ shopId, transferHoursCredited }) =>
      api.training.reconcile.mutate({
        userId: detail.learner.userId,
        ...(shopId && { shopId }),
        ...(transferHoursCredited !== null && { transferHoursCredited }),
      }),
    done: () => {
      onClose();
      return refreshTraining();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Apprentice record of ${detail.learner.name}`}
      description={t`Confirm the shop and the hours of earlier training.`}
      submitLabel={t`Make the record`}
      size="sm"
      onClose={onClose}
    >
      <SelectField name="shopId" label={t`Shop`} options={options} placeholder={t`None yet`} />
      <QuantityField name="transferHoursCredited" label={t`Hours brought along`} />
    </FormDialog>
  );
}
