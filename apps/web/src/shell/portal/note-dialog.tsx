import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { refreshPortal } from './refresh-portal.ts';

interface NoteDialogProps {
  title: string;
  description?: ReactNode;
  submitLabel: string;
  /** Of the note; "Note" without. */
  label?: string;
  required?: boolean;
  max: number;
  /** What the server calls the note, when that is not `note`. */
  field?: string;
  run: (note: string) => Promise<unknown>;
  /** What to say when it is done. */
  done: string;
  onClose: () => void;
}

/** Asks before a decision, with room for a note. */
export function NoteDialog(props: NoteDialogProps) {
  const { t } = useLingui();
  const { title, description, submitLabel, label, required, max, field = 'note', run, done, onClose } = props;
  const form = useAppForm({
    defaults: { note: '' },
    rename: { [field]: 'note' },
    submit: ({ note }) => run(note),
    refused: refreshPortal,
    done: async () => {
      onClose();
      await refreshPortal();
      void toastDone(done);
    },
  });
  const note = useWatch({ control: form.methods.control, name: 'note' });
  return (
    <FormDialog
      form={form}
      title={title}
      description={description}
      submitLabel={submitLabel}
      size="sm"
      onClose={onClose}
    >
      <TextareaField
        name="note"
        label={label ?? t`Note`}
        required={required}
        maxLength={max}
        rows={4}
        autoFocus
        aside={
          <span className="tabular">
            {note.length}/{max}
          </span>
        }
      />
    </FormDialog>
  );
}
