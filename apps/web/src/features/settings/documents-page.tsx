import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { CheckboxField, MoneyField, QuantityField } from '../../lib/form/fields.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LegalTextFields, TEXTS } from './legal-text-fields.tsx';
import { SettingsForm, useSettingsForm } from './settings-form.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useFieldFocus } from './use-field-focus.ts';

export function DocumentsPage() {
  const { t } = useLingui();
  return <SettingsPage title={t`Documents`}>{(settings) => <Documents settings={settings} />}</SettingsPage>;
}

function valuesOf(settings: SettingsView) {
  return {
    defaultVatRate: settings.defaultVatRate as number | null,
    vatExempt: settings.vatExempt,
    paymentTermDays: settings.paymentTermDays as number | null,
    quoteValidityDays: settings.quoteValidityDays as number | null,
    hourlyRateCents: settings.hourlyRateCents,
    conversionTarget: Math.round(settings.conversionTarget * 100) as number | null,
    ...Object.fromEntries(TEXTS.map((text) => [text, settings.legalTexts[text] ?? ''])),
  } as Values;
}

type Values = Record<(typeof TEXTS)[number], string> & {
  defaultVatRate: number | null;
  vatExempt: boolean;
  paymentTermDays: number | null;
  quoteValidityDays: number | null;
  hourlyRateCents: number | null;
  conversionTarget: number | null;
};

/** An emptied figure travels as null, and the server says on its field that it wants one. */
const figure = (value: number | null) => value ?? Number.NaN;

function inputOf(values: Values) {
  return {
    defaultVatRate: figure(values.defaultVatRate),
    vatExempt: values.vatExempt,
    paymentTermDays: figure(values.paymentTermDays),
    quoteValidityDays: figure(values.quoteValidityDays),
    hourlyRateCents: values.hourlyRateCents,
    conversionTarget: figure(values.conversionTarget) / 100,
    legalTexts: Object.fromEntries(TEXTS.map((text) => [text, values[text]])),
  };
}

const RENAME = Object.fromEntries(TEXTS.map((text) => [`legalTexts.${text}`, text]));

function Documents({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  const form = useSettingsForm({ settings, valuesOf, inputOf, rename: RENAME });
  const exempt = form.methods.watch('vatExempt' as never) as unknown as boolean;
  useFieldFocus();
  return (
    <SettingsForm form={form} editable={settings.abilities.edit}>
      <Panel title={t`VAT`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <QuantityField
            name="defaultVatRate"
            label={t`Default rate`}
            hint={
              exempt ? t`Not used while the firm is exempt.` : t`For new lines; each line can have its own.`
            }
            decimals={2}
            unit="%"
            required
          />
          <div className="sm:pt-7">
            <CheckboxField
              name="vatExempt"
              label={t`Exempt from VAT`}
              description={t`Small businesses (article 293 B of the French tax code): documents say so.`}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t`Terms and prices`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <QuantityField
            name="paymentTermDays"
            label={t`Payment term`}
            hint={t`Due date of a new invoice.`}
            decimals={0}
            unit={t`days`}
            required
          />
          <QuantityField
            name="quoteValidityDays"
            label={t`Validity of quotes`}
            hint={t`After it a quote expires.`}
            decimals={0}
            min={1}
            unit={t`days`}
            required
          />
          <MoneyField
            name="hourlyRateCents"
            label={t`Hourly rate`}
            hint={t`Price of an hour of labour, without VAT.`}
            currency={settings.currency}
          />
          <QuantityField
            name="conversionTarget"
            label={t`Target for accepted quotes`}
            hint={t`Reports compare your rate with it.`}
            decimals={0}
            unit="%"
            required
          />
        </div>
      </Panel>
      <LegalTextFields />
    </SettingsForm>
  );
}
