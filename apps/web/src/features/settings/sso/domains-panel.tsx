import { useLingui } from '@lingui/react/macro';
import type { IdpView } from '@officina/contracts/sso';
import { Trash2 } from 'lucide-react';
import { Form } from '../../../lib/form/form.tsx';
import { TextField } from '../../../lib/form/text-fields.tsx';
import { useAppForm } from '../../../lib/form/use-app-form.ts';
import { useAct } from '../../../lib/use-act.ts';
import { api } from '../../../trpc.ts';
import { StatusBadge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Copyable } from '../shown-once.tsx';
import { keepProvider, updateProvider } from './refresh-sso.ts';

/** Whose addresses the provider may speak for, and how each domain is proved. */
export function DomainsPanel({ provider: { id, domains } }: { provider: IdpView }) {
  const { t } = useLingui();
  const names = domains.map(({ domain }) => domain);
  const form = useAppForm({
    defaults: { domain: '' },
    rename: { [`domains.${names.length}`]: 'domain' },
    submit: ({ domain }) => updateProvider({ id, domains: [...names, domain] }),
    kept: () => ({ domain: '' }),
    guard: false,
  });
  return (
    <Panel title={t`Domains`}>
      <ul className="mb-4 flex flex-col gap-4">
        {domains.map((item) => (
          <Domain
            key={item.domain}
            id={id}
            item={item}
            remove={() => updateProvider({ id, domains: names.filter((name) => name !== item.domain) })}
          />
        ))}
      </ul>
      <Form form={form} submitLabel={t`Add the domain`}>
        <TextField name="domain" label={t`Another domain`} placeholder="example.com" dir="ltr" />
      </Form>
    </Panel>
  );
}

interface DomainProps {
  id: string;
  item: IdpView['domains'][number];
  remove: () => Promise<void>;
}

function Domain({ id, item: { domain, verified, record }, remove }: DomainProps) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const check = () =>
    act({
      run: async () => keepProvider(await api.sso.verifyDomain.mutate({ id, domain })),
      done: t`${domain} is yours`,
    });
  return (
    <li className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span dir="ltr" className="font-medium">
          {domain}
        </span>
        <StatusBadge tone={verified ? 'success' : 'warning'}>
          {verified ? t`Proved` : t`Waiting for its proof`}
        </StatusBadge>
        <span className="flex-1" />
        {!verified && (
          <Button size="sm" busy={pending} onClick={() => void check()}>
            {t`Check now`}
          </Button>
        )}
        <IconButton
          label={t`Remove ${domain}`}
          size="sm"
          disabled={pending}
          onClick={() => void act({ run: remove, done: t`${domain} is removed` })}
        >
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      </div>
      {!verified && (
        <>
          <p className="text-ink-muted text-sm">
            {t`Add this TXT record to the DNS of ${domain}. It may take an hour until it is seen.`}
          </p>
          <Copyable text={record} />
        </>
      )}
    </li>
  );
}
