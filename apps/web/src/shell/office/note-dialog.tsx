import { useLingui } from '@lingui/react/macro';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { api } from '../../trpc.ts';
import { refreshBinders } from './refresh-binders.ts';
import type { VerbTarget } from './use-binder-verbs.tsx';

/** What was done on a binder; it counts as work, so the binder is not idle any more. */
export function NoteDialog({ binder, onClose }: { binder: VerbTarget; onClose: () => void }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { text: '' },
    submit: ({ text }) => api.binders.addNote.mutate({ ref: binder.ref, text }),
    done: () => {
      onClose();
      return refreshBinders();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Note on ${binder.binderNumber}`}
      submitLabel={t`Add a note`}
      onClose={onClose}
    >
      <TextareaField
        name="text"
        label={t`What was done`}
        hint={t`A note counts as work on the binder.`}
        rows={4}
        maxLength={4000}
        required
        autoFocus
      />
    </FormDialog>
  );
}
