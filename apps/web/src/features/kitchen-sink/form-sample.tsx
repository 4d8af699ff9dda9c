import { useState } from 'react';
import { ApiError } from '../../lib/api-error.ts';
import { CheckboxField, DateField, MoneyField, SelectField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { PasswordField } from '../../lib/form/password-field.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { toastDone } from '../../lib/toast.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';

const DEFAULTS = {
  name: '',
  email: 'nobody@',
  price: null,
  due: null,
  kind: '',
  vip: false,
  password: 'Secure',
};

/** Refuses as the server would, so that the way of its messages can be seen. */
async function refuse(values: typeof DEFAULTS) {
  await new Promise((resolve) => setTimeout(resolve, 400));
  const faults = [
    ...(values.name ? [] : [{ field: 'name', message: 'Required' }]),
    ...(/@.+\./.test(values.email) ? [] : [{ field: 'email', message: 'Invalid email address' }]),
  ];
  if (faults.length > 0) throw new ApiError('VALIDATION_ERROR', 'Validation error', faults, 'req_1');
}

export function FormSample() {
  const [open, setOpen] = useState(false);
  return (
    <div className="grid items-start gap-(--gap) lg:grid-cols-2">
      <Panel title="On a page">
        <Sample />
      </Panel>
      <Panel title="In a dialog">
        <Button onClick={() => setOpen(true)}>Open</Button>
        {open && <SampleDialog onClose={() => setOpen(false)} />}
      </Panel>
    </div>
  );
}

function useSample(done: () => void) {
  return useAppForm({ defaults: DEFAULTS, submit: refuse, done });
}

function Sample() {
  const form = useSample(() => void toastDone('Saved'));
  return (
    <Form form={form} submitLabel="Save">
      <SampleFields />
      <PasswordField name="password" label="Password" />
    </Form>
  );
}

function SampleDialog({ onClose }: { onClose: () => void }) {
  const form = useSample(onClose);
  return (
    <FormDialog
      form={form}
      title="New contact"
      description="Only the name is needed."
      submitLabel="Create"
      onClose={onClose}
    >
      <SampleFields />
    </FormDialog>
  );
}

function SampleFields() {
  return (
    <>
      <TextField name="name" label="Name" required />
      <TextField name="email" label="E-mail" type="email" />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField name="price" label="Price" currency="EUR" />
        <DateField name="due" label="Due" />
      </div>
      <SelectField
        name="kind"
        label="Kind"
        placeholder="Choose"
        options={[{ value: 'part', label: 'Part' }]}
      />
      <CheckboxField name="vip" label="VIP" />
    </>
  );
}
