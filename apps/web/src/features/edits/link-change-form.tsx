import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { useQuery } from '@tanstack/react-query';
import { SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api, trpc } from '../../trpc.ts';

/** Says which change request of the engagement is to cover a waiting edit. */
export function LinkChangeForm({ edit, onClose }: { edit: Edit; onClose: () => void }) {
  const { t } = useLingui();
  const { changeStatuses } = usePortalWords();
  const engagementId = edit.engagement?.id;
  const changes = useQuery(trpc.changeRequests.list.queryOptions({ limit: 100, engagementId }));
  const open = changes.data?.items.filter(
    ({ status }) => !['rejected', 'cancelled', 'implemented'].includes(status),
  );
  const form = useAppForm({
    defaults: { changeRequestId: edit.linkedChangeRequestId ?? '' },
    submit: ({ changeRequestId }) => api.edits.link.mutate({ id: edit.id, changeRequestId }),
    done: () => {
      onClose();
      return refreshPortal();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Link a change request`}
      description={t`The edit can be applied once that request is approved.`}
      submitLabel={t`Link`}
      size="sm"
      onClose={onClose}
    >
      <SelectField
        name="changeRequestId"
        label={t`Change request`}
        placeholder={open?.length === 0 ? t`None is open` : t`Choose one`}
        options={(open ?? []).map(({ id, title, status }) => ({
          value: id,
          label: `${title} · ${changeStatuses[status]}`,
        }))}
        required
      />
    </FormDialog>
  );
}
