import { useLingui } from '@lingui/react/macro';
import type { Engagement } from '@officina/contracts/engagements';
import { useQuery } from '@tanstack/react-query';
import { DateField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { searchColleagues } from '../../shell/pickers.ts';
import { searchOrganizations } from '../../shell/portal/pickers.ts';
import { api, trpc } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';

interface NewEngagementProps {
  onSaved: (engagement: Engagement) => unknown;
  onClose: () => void;
}

const MOST_SERVICES = 100;

/** Begins an engagement without an inquiry before it. */
export function NewEngagement({ onSaved, onClose }: NewEngagementProps) {
  const { t } = useLingui();
  const services = useQuery(trpc.catalogue.list.queryOptions({ limit: MOST_SERVICES }));
  const form = useAppForm({
    defaults: {
      org: null as Pick | null,
      title: '',
      serviceSlug: '',
      owner: null as Pick | null,
      startDate: null as string | null,
      targetDate: null as string | null,
    },
    rename: { orgId: 'org', ownerId: 'owner' },
    submit: ({ org, owner, ...facts }) =>
      api.engagements.create.mutate({ ...facts, orgId: org?.id ?? '', ownerId: owner?.id }),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={t`New engagement`}
      description={t`It begins in triage. The organisation's people are told at once.`}
      submitLabel={t`Begin the engagement`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <RecordField
          name="org"
          label={t`Organisation`}
          search={searchOrganizations}
          searchKey="organizations"
          required
          className="sm:col-span-2"
        />
        <TextField name="title" label={t`Title`} maxLength={200} required className="sm:col-span-2" />
        <SelectField
          name="serviceSlug"
          label={t({ context: 'catalogue', message: 'Service' })}
          placeholder={t`None`}
          options={(services.data?.items ?? []).map(({ slug, title }) => ({ value: slug, label: title }))}
        />
        <RecordField name="owner" label={t`Lead`} search={searchColleagues} searchKey="colleagues" />
        <DateField name="startDate" label={t`Start`} />
        <DateField name="targetDate" label={t`Target`} />
      </div>
    </FormDialog>
  );
}
