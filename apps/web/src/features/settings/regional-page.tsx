import { useLingui } from '@lingui/react/macro';
import type { SettingsView } from '@officina/contracts/tenancy';
import { useWatch } from 'react-hook-form';
import { SelectField } from '../../lib/form/fields.tsx';
import { RecordField } from '../../lib/form/record-field.tsx';
import type { Pick } from '../../ui/combobox.tsx';
import { Facts, Panel } from '../../ui/panel.tsx';
import { currencyPick, localeOptions, searchCurrencies, searchZones, zonePick } from './regional-choices.ts';
import { SettingsForm, useSettingsForm } from './settings-form.tsx';
import { SettingsPage } from './settings-page.tsx';

export function RegionalPage() {
  const { t } = useLingui();
  return (
    <SettingsPage title={t`Time and money`}>{(settings) => <Regional settings={settings} />}</SettingsPage>
  );
}

interface Values {
  timeZone: Pick | null;
  locale: string;
  currency: Pick | null;
}

const valuesOf = ({ timeZone, locale, currency }: SettingsView): Values => ({
  timeZone: zonePick(timeZone),
  locale,
  currency: currencyPick(currency),
});

const inputOf = ({ timeZone, locale, currency }: Values) => ({
  timeZone: timeZone?.id ?? '',
  locale,
  currency: currency?.id ?? '',
});

function Regional({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  // Figures and dates of every page are formatted by the session that came with the page.
  const form = useSettingsForm({ settings, valuesOf, inputOf, saved: () => location.reload() });
  return (
    <SettingsForm form={form} editable={settings.abilities.edit}>
      <Panel title={t`Time and money`}>
        <div className="grid gap-4 sm:grid-cols-2">
          <RecordField
            name="timeZone"
            label={t`Time zone`}
            hint={t`Decides when a day ends: due dates, overdue invoices, reports.`}
            search={searchZones}
            searchKey="time-zones"
            disabled={!settings.abilities.edit}
            required
          />
          <SelectField
            name="locale"
            label={t`Language and region`}
            hint={t`Of documents and messages to customers, and of figures and dates.`}
            options={localeOptions(settings.locale)}
            required
          />
          <RecordField
            name="currency"
            label={t`Currency`}
            hint={t`Of new documents; those that exist keep theirs.`}
            search={searchCurrencies}
            searchKey="currencies"
            disabled={!settings.abilities.edit}
            required
          />
        </div>
      </Panel>
      <Sample />
    </SettingsForm>
  );
}

const AMOUNT = 1234.5;

/** How it will look, before it is saved. */
function Sample() {
  const { t } = useLingui();
  const [timeZone, locale, currency] = useWatch<Values, ['timeZone', 'locale', 'currency']>({
    name: ['timeZone', 'locale', 'currency'],
  });
  const moment = { dateStyle: 'full', timeStyle: 'short', timeZone: timeZone?.id } as const;
  const money = { style: 'currency', currency: currency?.id ?? 'EUR' } as const;
  return (
    <Panel title={t`This is how it looks`}>
      <Facts
        items={[
          { label: t`Now`, value: new Intl.DateTimeFormat(locale, moment).format(new Date()) },
          { label: t`An amount`, value: new Intl.NumberFormat(locale, money).format(AMOUNT) },
        ]}
      />
    </Panel>
  );
}
