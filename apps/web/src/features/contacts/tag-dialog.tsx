import { useLingui } from '@lingui/react/macro';
import { commaList } from '../../lib/comma-list.ts';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';

interface TagDialogProps {
  title: string;
  onAnswer: (tags: string[] | false) => void;
}

/** Asks for tags before a bulk action. */
export function TagDialog({ title, onAnswer }: TagDialogProps) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { tags: '' },
    guard: false,
    submit: async ({ tags }) => commaList(tags),
    done: (tags) => onAnswer(tags.length > 0 && tags),
  });
  return (
    <FormDialog form={form} title={title} size="sm" submitLabel={t`Apply`} onClose={() => onAnswer(false)}>
      <TextField name="tags" label={t`Tags`} hint={t`Separated by commas`} autoFocus />
    </FormDialog>
  );
}
