import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Dialog } from '../../ui/dialog.tsx';
import { useDiscardQuestion } from './dirty-guard.tsx';
import { Form } from './form.tsx';
import type { AppForm } from './use-app-form.ts';

interface FormDialogProps<V extends FieldValues> {
  form: AppForm<V>;
  title: string;
  description?: ReactNode;
  submitLabel: string;
  size?: 'sm' | 'md' | 'lg';
  drawer?: boolean;
  extra?: ReactNode;
  /** Unmount the dialog here. `done` of the form does not call it by itself. */
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog; closing it with unsent changes asks first. */
export function FormDialog<V extends FieldValues>(props: FormDialogProps<V>) {
  const { form, title, description, submitLabel, size, drawer, extra, onClose, children } = props;
  const ask = useDiscardQuestion();
  const { isDirty } = form.methods.formState;
  const close = async () => {
    if (form.pending) return;
    if (!isDirty || !form.guarded || (await ask())) onClose();
  };
  return (
    <Dialog title={title} description={description} size={size} drawer={drawer} onClose={() => void close()}>
      <Form sheet form={form} submitLabel={submitLabel} onCancel={() => void close()} extra={extra}>
        {children}
      </Form>
    </Dialog>
  );
}
