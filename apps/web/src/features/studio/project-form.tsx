import { useLingui } from '@lingui/react/macro';
import type { ProjectView } from '@officina/contracts/studio';
import { commaList } from '../../lib/comma-list.ts';
import { DateField, MoneyField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { minorDigits, tenantCurrency } from '../../lib/format.ts';
import { editsOf } from '../../shell/edits.ts';
import { api } from '../../trpc.ts';
import type { Pick } from '../../ui/combobox.tsx';
import { searchClients } from './pickers.ts';
import { useStudioWords } from './studio-words.tsx';

interface ProjectFormProps {
  /** The project to edit; a new one without. */
  project?: ProjectView;
  /** Whom a new one is for. */
  client?: Pick | null;
  onSaved: (project: ProjectView) => unknown;
  onClose: () => void;
}

const valuesOf = (project: ProjectView) => ({
  name: project.name,
  client: project.client && ({ id: project.client.id, label: project.client.name } as Pick | null),
  status: project.status,
  priority: project.priority,
  budgetCents: project.budgetCents,
  deadline: project.deadline,
  description: project.description ?? '',
  tags: project.tags.join(', '),
});

const blank = (client: Pick | null): ReturnType<typeof valuesOf> => ({
  name: '',
  client,
  status: 'planning',
  priority: 'medium',
  budgetCents: null,
  deadline: null,
  description: '',
  tags: '',
});

/** The words of programs: money in major units. */
const given = ({ client, budgetCents, tags, description, ...facts }: ReturnType<typeof valuesOf>) => ({
  ...facts,
  description: description.trim() || null,
  clientId: client?.id ?? null,
  budget: budgetCents === null ? null : budgetCents / 10 ** minorDigits(tenantCurrency()),
  tags: commaList(tags),
});

/** What a project is, for whom, and within which bounds. */
export function ProjectForm({ project, client = null, onSaved, onClose }: ProjectFormProps) {
  const { t } = useLingui();
  const { statusOptions, priorityOptions } = useStudioWords();
  const form = useAppForm({
    defaults: project ? valuesOf(project) : blank(client),
    rename: { clientId: 'client', budget: 'budgetCents' },
    edits: project && editsOf(project, () => api.projects.get.query({ id: project.id }), valuesOf),
    submit: (values, version) =>
      project
        ? api.projects.update.mutate({ id: project.id, version, ...given(values) })
        : api.projects.create.mutate(given(values)),
    done: onSaved,
  });
  return (
    <FormDialog
      form={form}
      title={project ? t`Edit project` : t`New project`}
      submitLabel={project ? t`Save` : t`Create the project`}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label={t`Name`} maxLength={200} required autoFocus className="sm:col-span-2" />
        <RecordField
          name="client"
          label={t`Client`}
          search={searchClients}
          searchKey="studio-clients"
          className="sm:col-span-2"
        />
        <SelectField name="status" label={t`Status`} options={statusOptions} required />
        <SelectField name="priority" label={t`Priority`} options={priorityOptions} required />
        <MoneyField name="budgetCents" label={t`Budget`} />
        <DateField name="deadline" label={t`Deadline`} />
        <TextField name="tags" label={t`Tags`} hint={t`Separated by commas.`} className="sm:col-span-2" />
        <div className="sm:col-span-2">
          <TextareaField name="description" label={t`Description`} rows={3} maxLength={5000} />
        </div>
      </div>
    </FormDialog>
  );
}
