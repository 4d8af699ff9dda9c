import { useLingui } from '@lingui/react/macro';
import {
  ENGAGEMENT_TYPES,
  SERVICE_DOMAINS,
  SERVICE_INDUSTRIES,
  SERVICE_TAGS,
  URGENCY_CLASSES,
} from '@officina/contracts/catalogue';
import { DELIVERY_MODES } from '@officina/contracts/portal';
import { useWatch } from 'react-hook-form';
import { MoneyField, QuantityField, SelectField } from '../../lib/form/fields.tsx';
import { TextareaField, TextField } from '../../lib/form/text-fields.tsx';
import { Panel } from '../../ui/panel.tsx';

const options = (words: readonly string[]) => words.map((value) => ({ value, label: value }));

/** All that a service says of itself, in English; its French is kept as it is. `known` services keep code and address. */
export function ServiceFields({ known }: { known: boolean }) {
  const { t } = useLingui();
  const three = t`Three lines`;
  const oneOf = (words: readonly string[]) => t`Joined by commas, of: ${words.join(', ')}`;
  const list = (name: string, label: string, hint: string) => (
    <TextareaField name={name} label={label} hint={hint} rows={4} maxLength={2000} required />
  );
  return (
    <>
      <Panel title={t`The service`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="code" label={t`Code`} maxLength={40} readOnly={known} required />
          <TextField
            name="slug"
            label={t`Address`}
            hint={t`Lower-case words joined by hyphens`}
            maxLength={120}
            required
          />
          <TextField name="title" label={t`Title`} maxLength={200} required className="sm:col-span-2" />
          <TextField
            name="oneLine"
            label={t`In one line`}
            maxLength={300}
            required
            className="sm:col-span-2"
          />
          <TextareaField
            name="problemStatement"
            label={t`The problem`}
            rows={3}
            maxLength={2000}
            required
            className="sm:col-span-2"
          />
          {list('bestFor', t`Best for`, three)}
          {list('notFor', t`Not for`, three)}
        </div>
      </Panel>
      <Panel title={t`What the client gets`}>
        <div className="grid gap-4 sm:grid-cols-2">
          {list('outcomes', t`What is different afterwards`, three)}
          {list('deliverables', t`Deliverables`, t`Five to seven lines`)}
          {list('processSteps', t`How it goes`, t`Five lines`)}
          {list('inputsRequired', t`What we need from the client`, t`Four lines`)}
          {list('includes', t`Always included`, three)}
          <TextareaField name="securityNote" label={t`About data`} rows={4} maxLength={1000} required />
        </div>
      </Panel>
      <Panel title={t`Price and time`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <QuantityField name="minEUR" label={t`Project from`} decimals={0} unit="EUR" required />
          <QuantityField name="maxEUR" label={t`Project to`} decimals={0} unit="EUR" required />
          <QuantityField name="hourlyEquivalent" label={t`By the hour`} decimals={0} unit="EUR" required />
          <QuantityField name="dayRateEUR" label={t`A day on site`} decimals={0} unit="EUR" required />
          <QuantityField name="minWeeks" label={t`Weeks from`} decimals={0} required />
          <QuantityField name="maxWeeks" label={t`Weeks to`} decimals={0} required />
          <TextareaField name="pricingNotes" label={t`About the price`} rows={2} maxLength={1000} required />
          <TextareaField name="onsiteText" label={t`About days on site`} rows={2} maxLength={1000} required />
          <SelectField
            name="purchaseType"
            label={t`How it is bought`}
            options={[
              { value: 'scope', label: t`By a scope request` },
              { value: 'deposit', label: t`With a deposit` },
            ]}
            required
          />
          <Deposit />
          <TextField name="ctaLabel" label={t`Words of its button`} maxLength={60} required />
        </div>
      </Panel>
      <Panel title={t`How it is found`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField name="engagementType" label={t`Type`} options={options(ENGAGEMENT_TYPES)} required />
          <SelectField name="urgencyClass" label={t`How soon`} options={options(URGENCY_CLASSES)} required />
          <TextField name="domains" label={t`Domains`} hint={oneOf(SERVICE_DOMAINS)} required />
          <TextField name="industries" label={t`Industries`} hint={oneOf(SERVICE_INDUSTRIES)} required />
          <TextField name="deliveryModes" label={t`Ways of working`} hint={oneOf(DELIVERY_MODES)} required />
          <TextField name="tags" label={t`Tags`} hint={oneOf(SERVICE_TAGS)} required />
        </div>
      </Panel>
      <Panel title={t`Questions`}>
        <div className="flex flex-col gap-4">
          {[1, 2, 3].map((at) => (
            <div key={at} className="grid gap-2">
              <TextField name={`question${at}`} label={t`Question ${at}`} maxLength={300} required />
              <TextareaField
                name={`answer${at}`}
                label={t`Answer ${at}`}
                rows={2}
                maxLength={2000}
                required
              />
            </div>
          ))}
        </div>
      </Panel>
    </>
  );
}

function Deposit() {
  const { t } = useLingui();
  const purchaseType = useWatch({ name: 'purchaseType' }) as string;
  if (purchaseType !== 'deposit') return <span />;
  return <MoneyField name="depositCents" label={t`Deposit`} currency="EUR" required />;
}
