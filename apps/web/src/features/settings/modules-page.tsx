import { useLingui } from '@lingui/react/macro';
import { TENANT_MODULES, type TenantModule } from '@officina/contracts/modules';
import type { SettingsView } from '@officina/contracts/tenancy';
import { useWatch } from 'react-hook-form';
import { CheckboxField } from '../../lib/form/fields.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SettingsForm, useSettingsForm } from './settings-form.tsx';
import { SettingsPage } from './settings-page.tsx';

type Values = Partial<Record<TenantModule, boolean>>;

const valuesOf = ({ modules }: SettingsView): Values =>
  Object.fromEntries(TENANT_MODULES.map((part) => [part, modules.includes(part)]));

const inputOf = (values: Values) => ({ modules: TENANT_MODULES.filter((part) => values[part]) });

export function ModulesPage() {
  const { t } = useLingui();
  return <SettingsPage title={t`Modules`}>{(settings) => <Modules settings={settings} />}</SettingsPage>;
}

function Modules({ settings }: { settings: SettingsView }) {
  const { t } = useLingui();
  // The rail, the keys and the palette are laid out from the session that came with the page.
  const form = useSettingsForm({ settings, valuesOf, inputOf, saved: () => location.reload() });
  return (
    <SettingsForm form={form} editable={settings.abilities.edit}>
      <Panel title={t`What your firm uses`}>
        <p className="mb-2 text-ink-muted">
          {t`What is not used is not shown to anybody. Nothing of it is lost, and programs that call it go on.`}
        </p>
        <Parts />
      </Panel>
    </SettingsForm>
  );
}

function Parts() {
  const { t } = useLingui();
  const values = useWatch<Values>() as Values;
  const words: Record<TenantModule, { label: string; description: string }> = {
    sales: { label: t`Sales`, description: t`Contacts, quotes, invoices and reports.` },
    vehicles: { label: t`Vehicles`, description: t`Vehicles of customers with their service records.` },
    tasks: { label: t`Tasks`, description: t`A board of what is to be done and by whom.` },
    office: { label: t`Advisory office`, description: t`Clients, their binders, charges and documents.` },
    portal: {
      label: t`Consultancy`,
      description: t`A public catalogue, inquiries, engagements and a portal for clients.`,
    },
    academy: {
      label: t`Training`,
      description: t`Programmes, applications, paid places, hours and check-in at shops.`,
    },
    studio: {
      label: t`Studio`,
      description: t`Clients, projects, their invoices and payments, and items for sale.`,
    },
  };
  const used = TENANT_MODULES.filter((part) => values[part]);
  return TENANT_MODULES.map((part) => (
    <CheckboxField
      key={part}
      name={part}
      {...words[part]}
      // A firm uses at least one part.
      disabled={used.length === 1 && used[0] === part}
    />
  ));
}
