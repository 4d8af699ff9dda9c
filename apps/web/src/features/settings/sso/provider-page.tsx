import { useLingui } from '@lingui/react/macro';
import type { IdpView } from '@officina/contracts/sso';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { postAuth } from '../../../lib/auth.ts';
import { goToProvider } from '../../../lib/begin-sso.ts';
import { Form } from '../../../lib/form/form.tsx';
import { TextField } from '../../../lib/form/text-fields.tsx';
import { useAppForm } from '../../../lib/form/use-app-form.ts';
import { dateTime } from '../../../lib/format.ts';
import { toastDone } from '../../../lib/toast.ts';
import { useAct } from '../../../lib/use-act.ts';
import { api, trpc } from '../../../trpc.ts';
import { Button } from '../../../ui/button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { SectionPage } from '../settings-page.tsx';
import { ConfigFields, configInput, configValues } from './config-fields.tsx';
import { DomainsPanel } from './domains-panel.tsx';
import { OurAddresses } from './our-addresses.tsx';
import { refreshSso, updateProvider } from './refresh-sso.ts';
import { RolesPanel } from './roles-panel.tsx';
import { StateOfProvider } from './state-of-provider.tsx';
import { TrialSteps } from './trial-steps.tsx';

/** One provider: what is still missing, and everything to set. */
export function ProviderPage({ id }: { id: string }) {
  const { t } = useLingui();
  const list = useQuery(trpc.sso.list.queryOptions({}));
  const provider = list.data?.find((each) => each.id === id);
  const query = { data: list.data && (provider ?? null), error: list.error, refetch: list.refetch };
  return (
    <SectionPage
      title={provider?.name ?? t`Single sign-on`}
      query={query}
      actions={provider && <Remove provider={provider} />}
    >
      {(found) =>
        found ? (
          <>
            <StateOfProvider provider={found} />
            <SwitchPanel provider={found} />
            <DomainsPanel provider={found} />
            <TrialPanel provider={found} />
            <OurAddresses kind={found.kind} ours={found.ours} />
            <SettingsPanel key={`${found.id} ${JSON.stringify(found.config)}`} provider={found} />
            <RolesPanel provider={found} />
          </>
        ) : (
          <Notice tone="warning">{t`This provider no longer exists.`}</Notice>
        )
      }
    </SectionPage>
  );
}

function Remove({ provider: { id, name } }: { provider: IdpView }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const { act, pending } = useAct();
  const remove = async () => {
    const sure = await confirm({
      title: t`Remove “${name}”?`,
      text: t`Nobody can sign in through it any more. Who came in by it stays a member.`,
      confirm: t`Remove`,
      danger: true,
    });
    if (!sure) return;
    const done = await act({ run: () => api.sso.remove.mutate({ id }), done: t`Provider removed` });
    if (!done) return;
    await navigate({ to: '/settings/sso' });
    await refreshSso();
  };
  return (
    <Button icon={<Trash2 aria-hidden className="size-4" />} busy={pending} onClick={() => void remove()}>
      {t`Remove`}
    </Button>
  );
}

function SwitchPanel({ provider: { id, status, required, domains } }: { provider: IdpView }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const proved = domains.some(({ verified }) => verified);
  const set = (change: { status?: IdpView['status']; required?: boolean }) =>
    void act({ run: () => updateProvider({ id, ...change }) });
  return (
    <Panel title={t`Signing in`}>
      <Switch
        checked={status === 'active'}
        disabled={pending}
        onChange={(on) => set({ status: on ? 'active' : 'inactive' })}
        label={t`People can sign in through it`}
      />
      <Switch
        checked={required}
        disabled={pending || (!required && (status !== 'active' || !proved))}
        onChange={(on) => set({ required: on })}
        label={t`It is the only way in for addresses of its domains`}
        description={
          required || (status === 'active' && proved)
            ? t`Passwords, passkeys, mailed links and accounts at Google or GitHub are refused to colleagues, and switching it on signs out who came in by them. Owners keep them, so that somebody can mend this page.`
            : t`Possible once it is on and a domain is proved.`
        }
      />
    </Panel>
  );
}

function TrialPanel({ provider: { id, trial } }: { provider: IdpView }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const tryOut = () =>
    act({
      run: async () =>
        goToProvider(
          await postAuth<{ url: string; request: string | null; relayState: string | null }>('sso/trial', {
            id,
          }),
        ),
      settled: refreshSso,
    });
  return (
    <Panel
      title={t`Trial`}
      action={
        <Button size="sm" busy={pending} onClick={() => void tryOut()}>
          {t`Try a sign-in`}
        </Button>
      }
    >
      {trial ? (
        <div className="flex flex-col gap-3">
          <Notice tone={trial.passed ? 'success' : 'danger'}>
            {trial.passed
              ? t`Passed on ${dateTime(trial.triedAt)}. Nobody was signed in and nothing was changed.`
              : t`Failed on ${dateTime(trial.triedAt)}, at the last line below.`}
          </Notice>
          <TrialSteps steps={trial.steps} />
        </div>
      ) : (
        <p className="text-ink-muted text-sm">
          {t`You sign in at the provider as you would, come back here, and read what was checked. Nobody is signed in by it and nothing is changed; it also works while the provider is off.`}
        </p>
      )}
    </Panel>
  );
}

function SettingsPanel({ provider }: { provider: IdpView }) {
  const { t } = useLingui();
  const { id, kind, name, attributeMapping } = provider;
  const mapping = { email: '', name: '', groups: '', ...attributeMapping };
  const form = useAppForm({
    defaults: { name, config: configValues(provider.config), attributeMapping: mapping },
    submit: (values) => {
      const told = Object.entries(values.attributeMapping).filter(([, value]) => value.trim());
      return updateProvider({
        id,
        name: values.name,
        config: configInput(kind, values.config),
        attributeMapping: Object.fromEntries(told),
      });
    },
    done: () => toastDone(t`Settings saved`),
  });
  return (
    <Panel title={t`The provider’s settings`}>
      <Form form={form} submitLabel={t`Save`}>
        <TextField name="name" label={t`Name`} maxLength={120} required />
        <ConfigFields kind={kind} secretKept />
        <fieldset className="grid items-start gap-4 sm:grid-cols-3">
          <legend className="mb-2 text-ink-muted text-sm">
            {t`Under which names it tells of a person; empty means the usual ones.`}
          </legend>
          <TextField name="attributeMapping.email" label={t`E-mail`} dir="ltr" />
          <TextField name="attributeMapping.name" label={t`Name`} dir="ltr" />
          <TextField name="attributeMapping.groups" label={t`Groups`} dir="ltr" />
        </fieldset>
      </Form>
    </Panel>
  );
}
