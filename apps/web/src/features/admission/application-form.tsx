import { useLingui } from '@lingui/react/macro';
import type { ProgramView } from '@officina/contracts/training-views';
import { clsx } from 'clsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { type FieldPath, useFormState } from 'react-hook-form';
import { fieldMessage } from '../../lib/field-messages.ts';
import { CheckboxField, DateField } from '../../lib/form/fields.tsx';
import { Form } from '../../lib/form/form.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { date, dayOf } from '../../lib/format.ts';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';

const EMPTY = {
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
  dateOfBirth: null as string | null,
  address: { street: '', city: '', state: '', zip: '' },
  educationLevel: '',
  employmentStatus: '',
  hasTransportation: false,
  felonyDisclosure: false,
  signature: '',
};

/** Which fields stand on which step, by their first name. */
const STEPS: readonly (readonly string[])[] = [
  ['firstName', 'lastName', 'email', 'phone', 'dateOfBirth'],
  ['address'],
  ['educationLevel', 'employmentStatus', 'hasTransportation', 'felonyDisclosure'],
  ['signature'],
];
const LAST = STEPS.length - 1;
/** What must be filled in before the next step. */
const REQUIRED: readonly (readonly FieldPath<typeof EMPTY>[])[] = [
  ['firstName', 'lastName', 'email', 'phone', 'dateOfBirth'],
  ['address.street', 'address.city', 'address.state', 'address.zip'],
  ['educationLevel', 'employmentStatus'],
];

interface ApplicationFormProps {
  program: ProgramView;
  onSent: (email: string) => void;
}

export function ApplicationForm({ program, onSent }: ApplicationFormProps) {
  const { t } = useLingui();
  const [step, setStep] = useState(0);
  const form = useAppForm({
    defaults: EMPTY,
    submit: (values) =>
      api.training.submitApplication.mutate({
        ...values,
        programSlug: program.slug,
        dateOfBirth: values.dateOfBirth ?? '',
      }),
    done: (_, values) => onSent(values.email),
    draft: `application.${program.slug}`,
  });
  const { errors } = useFormState({ control: form.methods.control });
  const faulty = STEPS.findIndex((fields) => fields.some((field) => field in errors));
  useEffect(() => {
    if (faulty >= 0) setStep(faulty);
  }, [faulty]);
  const titles = [t({ context: 'applicant', message: 'You' }), t`Address`, t`Background`, t`Signature`];
  const goOn = () => {
    const { clearErrors, getValues, setError } = form.methods;
    clearErrors();
    const empty = REQUIRED[step]?.filter((name) => !getValues(name)) ?? [];
    for (const name of empty) {
      const unread = form.element.current?.querySelector(`[data-unread][name="${name}"]`);
      const message = fieldMessage(unread ? 'Invalid value' : 'Required');
      setError(name, { message }, { shouldFocus: name === empty[0] });
    }
    if (empty.length === 0) setStep(step + 1);
  };
  const submit = async () => (step < LAST ? goOn() : form.submit());
  const duplicate = form.failure?.code === 'DUPLICATE_APPLICATION';
  return (
    <Panel>
      <Steps titles={titles} step={step} onStep={setStep} />
      <Form
        form={{ ...form, submit }}
        submitLabel={step < LAST ? t`Next` : t`Send the application`}
        extra={step > 0 && <Button onClick={() => setStep(step - 1)}>{t`Back`}</Button>}
      >
        <Step shown={step === 0}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField name="firstName" label={t`First name`} autoComplete="given-name" required />
            <TextField name="lastName" label={t`Last name`} autoComplete="family-name" required />
            <TextField name="email" type="email" label={t`E-mail`} autoComplete="email" required />
            <TextField name="phone" type="tel" label={t`Telephone`} autoComplete="tel" required />
            <DateField
              name="dateOfBirth"
              label={t`Date of birth`}
              placeholder={date(`${Number(dayOf().slice(0, 4)) - 20}-05-17`)}
              required
            />
          </div>
        </Step>
        <Step shown={step === 1}>
          <TextField name="address.street" label={t`Street`} autoComplete="street-address" required />
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr_1fr]">
            <TextField name="address.city" label={t`City`} autoComplete="address-level2" required />
            <TextField name="address.state" label={t`State`} autoComplete="address-level1" required />
            <TextField name="address.zip" label={t`Postcode`} autoComplete="postal-code" required />
          </div>
        </Step>
        <Step shown={step === 2}>
          <TextField name="educationLevel" label={t`Highest level of education`} required />
          <TextField name="employmentStatus" label={t`Present work`} required />
          <CheckboxField name="hasTransportation" label={t`I can get to a shop on my own`} />
          <CheckboxField
            name="felonyDisclosure"
            label={t`I have a felony conviction`}
            description={t`It rules nobody out; we tell you what the board asks for.`}
          />
        </Step>
        <Step shown={step === 3}>
          <TextField
            name="signature"
            label={t`Type your full name`}
            hint={t`It stands for your signature: what you have told us is true.`}
            required
          />
        </Step>
        {duplicate && (
          <div className="flex flex-wrap items-center gap-3">
            <Notice tone="info">{t`You have applied before. Sign in to continue.`}</Notice>
            <LinkButton to="/login" search={{ callbackUrl: `/programs/${program.slug}/checkout` }}>
              {t`Sign in`}
            </LinkButton>
          </div>
        )}
      </Form>
    </Panel>
  );
}

/**
 * All steps stay in the page, so that nothing typed is lost between them. One that is turned to begins at
 * what is wrong in it, or at its first field.
 */
function Step({ shown, children }: { shown: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (shown && !before.current) {
      const field = (which: string) => place.current?.querySelector<HTMLElement>(which);
      (field('[aria-invalid="true"]') ?? field('input'))?.focus();
    }
    before.current = shown;
  }, [shown]);
  return (
    <div ref={place} className={clsx('flex flex-col gap-4', !shown && 'hidden')}>
      {children}
    </div>
  );
}

function Steps({
  titles,
  step,
  onStep,
}: {
  titles: readonly string[];
  step: number;
  onStep: (step: number) => void;
}) {
  return (
    <ol className="mb-5 flex gap-1.5">
      {titles.map((title, at) => (
        <li key={title} className="min-w-0 flex-1" aria-current={at === step ? 'step' : undefined}>
          <button
            type="button"
            disabled={at >= step}
            onClick={() => onStep(at)}
            className={clsx(
              'w-full truncate border-t-3 pt-1.5 text-start text-sm max-sm:text-xs max-sm:tracking-tight',
              at <= step ? 'border-accent text-ink' : 'border-line-strong text-ink-faint',
              at === step && 'font-semibold',
            )}
          >
            {title}
          </button>
        </li>
      ))}
    </ol>
  );
}
