import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { CompanyFields } from './company-fields.tsx';
import { LegalFacts } from './legal-facts.tsx';
import { LogoPanel } from './logo-panel.tsx';
import { SettingsForm, useSettingsForm } from './settings-form.tsx';
import { SettingsPage } from './settings-page.tsx';
import { useFieldFocus } from './use-field-focus.ts';

export function CompanyPage() {
  const { t } = useLingui();
  return <SettingsPage title={t`Company`}>{(settings) => <Company settings={settings} />}</SettingsPage>;
}

const ADDRESS = ['street', 'postalCode', 'city', 'country'] as const;

function valuesOf(settings: SettingsView) {
  const { address } = settings;
  return {
    companyName: settings.companyName,
    name: settings.name,
    legalForm: settings.legalForm ?? '',
    capital: settings.capital ?? '',
    siret: settings.siret ?? '',
    vatNumber: settings.vatNumber ?? '',
    rcs: settings.rcs ?? '',
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    country: address?.country ?? '',
    phone: settings.phone ?? '',
    email: settings.email ?? '',
    website: settings.website ?? '',
    iban: settings.iban ?? '',
    bic: settings.bic ?? '',
  };
}

/** The address is one value for the server: all of it, or none when no line of it is filled. */
function inputOf({ street, postalCode, city, country, ...rest }: ReturnType<typeof valuesOf>) {
  const filled = [street, postalCode, city].some((line) => line.trim());
  return { ...rest, address: filled ? { street, postalCode, city, country } : null };
}

function Company({ settings }: { settings: SettingsView }) {
  const form = useSettingsForm({
    settings,
    valuesOf,
    inputOf,
    rename: Object.fromEntries(ADDRESS.map((line) => [`address.${line}`, line])),
  });
  useFieldFocus();
  return (
    <>
      <LegalFacts checklist={settings.checklist} />
      <LogoPanel settings={settings} />
      <SettingsForm form={form} editable={settings.abilities.edit}>
        <CompanyFields />
      </SettingsForm>
    </>
  );
}
