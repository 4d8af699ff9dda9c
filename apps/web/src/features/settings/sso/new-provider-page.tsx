import { useLingui } from '@lingui/react/macro';
import type { IdpKind } from '@officina/contracts/sso';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWatch } from 'react-hook-form';
import { SelectField } from '../../../lib/form/fields.tsx';
import { Form } from '../../../lib/form/form.tsx';
import { TextField } from '../../../lib/form/text-fields.tsx';
import { useAppForm } from '../../../lib/form/use-app-form.ts';
import { api, trpc } from '../../../trpc.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SectionPage } from '../settings-page.tsx';
import { ConfigFields, configInput, EMPTY_CONFIG } from './config-fields.tsx';
import { OurAddresses } from './our-addresses.tsx';
import { refreshSso } from './refresh-sso.ts';

/** Both sides tell each other who they are; proof of the domain, trial and switch follow on the provider's own page. */
export function NewProviderPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(trpc.sso.addresses.queryOptions({}));
  const form = useAppForm({
    defaults: { kind: 'saml' as IdpKind, name: '', domains: '', config: EMPTY_CONFIG },
    submit: ({ kind, name, domains, config }) =>
      api.sso.create.mutate({
        kind,
        name,
        domains: domains.split(/[\s,;]+/).filter(Boolean),
        config: configInput(kind, config),
      }),
    rename: { 'domains.0': 'domains', 'domains.1': 'domains', 'domains.2': 'domains' },
    async done({ id }) {
      await refreshSso();
      await navigate({ to: '/settings/sso/$id', params: { id } });
    },
  });
  const kind = useWatch({ control: form.methods.control, name: 'kind' });
  return (
    <SectionPage title={t`Add a provider`} query={query}>
      {(ours) => (
        <Form form={form} submitLabel={t`Add the provider`}>
          <Panel title={t`Which provider`}>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <SelectField
                name="kind"
                label={t`Protocol`}
                options={[
                  { value: 'saml', label: 'SAML 2.0' },
                  { value: 'oidc', label: 'OpenID Connect' },
                ]}
                required
              />
              <TextField
                name="name"
                label={t`Name`}
                hint={t`As your people know it, such as Entra ID.`}
                maxLength={120}
                required
              />
            </div>
          </Panel>
          <OurAddresses kind={kind} ours={ours} />
          <Panel title={t`What your provider tells you`}>
            <div className="flex flex-col gap-4">
              <ConfigFields kind={kind} />
            </div>
          </Panel>
          <Panel title={t`Whose addresses`}>
            <TextField
              name="domains"
              label={t`Domains of your e-mail addresses`}
              hint={t`Such as example.com. You prove on the next page that they are yours.`}
              dir="ltr"
            />
          </Panel>
        </Form>
      )}
    </SectionPage>
  );
}
