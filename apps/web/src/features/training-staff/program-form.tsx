import { useLingui } from '@lingui/react/macro';
import { ENROLLMENT_DOCUMENT_TYPES, type EnrollmentDocumentType } from '@officina/contracts/training';
import type { ProgramItem } from '@officina/contracts/training-views';
import { useWatch } from 'react-hook-form';
import { CheckboxField, MoneyField, QuantityField, SelectField } from '../../lib/form/fields.tsx';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { formatLocale } from '../../lib/format.ts';
import { usePaperWords } from '../../shell/academy/paper-words.ts';
import { api } from '../../trpc.ts';

interface ProgramFormProps {
  /** Null for a new one. */
  program: ProgramItem | null;
  onClose: () => void;
  onSaved: () => void;
}

const NEW = {
  slug: '',
  name: '',
  priceCents: null as number | null,
  setupFeeCents: null as number | null,
  currency: 'USD',
  totalHours: 2000,
  hoursMin: 20,
  hoursMax: 50,
  billingWeekday: 5,
  billingHour: 10,
  minAge: 16,
  timeZone: '',
  timeclock: true,
  active: true,
};

/** ISO days. */
const WEEK = [1, 2, 3, 4, 5, 6, 7];

/** The first of January 2024 was a Monday. */
const weekday = (day: number): string =>
  new Intl.DateTimeFormat(formatLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  );

/** A programme's prices and rules. */
export function ProgramForm({ program, onClose, onSaved }: ProgramFormProps) {
  const { t } = useLingui();
  const papers = usePaperWords();
  const required: readonly EnrollmentDocumentType[] = program?.requiredDocuments ?? ['government_id'];
  const form = useAppForm({
    defaults: {
      ...(program ? { ...program, timeZone: program.timeZone ?? '' } : NEW),
      billingWeekday: String(program?.billingWeekday ?? NEW.billingWeekday),
      documents: Object.fromEntries(
        ENROLLMENT_DOCUMENT_TYPES.map((type) => [type, required.includes(type)]),
      ) as Record<EnrollmentDocumentType, boolean>,
    },
    submit: (values) =>
      api.training.saveProgram.mutate({
        id: program?.id,
        expectedVersion: program?.version,
        slug: values.slug,
        name: values.name,
        priceCents: values.priceCents ?? 0,
        setupFeeCents: values.setupFeeCents ?? 0,
        currency: values.currency,
        totalHours: values.totalHours,
        hoursMin: values.hoursMin,
        hoursMax: values.hoursMax,
        billingWeekday: Number(values.billingWeekday),
        billingHour: values.billingHour,
        minAge: values.minAge,
        requiredDocuments: ENROLLMENT_DOCUMENT_TYPES.filter((type) => values.documents[type]),
        timeclock: values.timeclock,
        timeZone: values.timeZone || null,
        active: values.active,
      }),
    done: onSaved,
  });
  const typed = useWatch({ control: form.methods.control, name: 'currency' });
  // While it is being typed it is none yet.
  const currency = /^[a-z]{3}$/i.test(typed) ? typed.toUpperCase() : NEW.currency;
  return (
    <FormDialog
      form={form}
      drawer
      title={program ? t`Change the programme` : t`New programme`}
      description={t`Prices count for new orders. Whoever has ordered keeps what was agreed.`}
      submitLabel={t`Save`}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} required />
      <TextField name="slug" label={t`Address of its page`} hint={t`Letters, digits and dashes`} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <MoneyField name="priceCents" label={t`Price`} currency={currency} required />
        <MoneyField name="setupFeeCents" label={t`Set-up fee`} currency={currency} required />
        <TextField name="currency" label={t`Currency`} required />
        <QuantityField name="totalHours" label={t`Hours in all`} required />
        <QuantityField name="hoursMin" label={t`Fewest hours a week`} required />
        <QuantityField name="hoursMax" label={t`Most hours a week`} required />
        <QuantityField name="minAge" label={t`Lowest age`} required />
        <SelectField
          name="billingWeekday"
          label={t`Day of weekly payments`}
          options={WEEK.map((day) => ({ value: String(day), label: weekday(day) }))}
        />
        <QuantityField name="billingHour" label={t`Hour of weekly payments`} required />
      </div>
      <TextField name="timeZone" label={t`Time zone`} hint={t`Empty means that of the firm`} />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">{t`Documents that everybody hands in`}</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {ENROLLMENT_DOCUMENT_TYPES.map((type) => (
            <CheckboxField key={type} name={`documents.${type}`} label={papers[type]} />
          ))}
        </div>
      </fieldset>
      <CheckboxField name="timeclock" label={t`With timeclock`} />
      <CheckboxField name="active" label={t`Offered on its page`} />
    </FormDialog>
  );
}
