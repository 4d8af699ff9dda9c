import { useLingui } from '@lingui/react/macro';
import type { IdpView } from '@officina/contracts/sso';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Building2, ChevronRight, Plus } from 'lucide-react';
import { trpc } from '../../../trpc.ts';
import { StatusBadge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { SectionPage } from '../settings-page.tsx';

/** Where the firm's people sign in besides here. */
export function SsoPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const query = useQuery(trpc.sso.list.queryOptions({}));
  const add = (
    <Button
      variant="primary"
      icon={<Plus aria-hidden className="size-4" />}
      onClick={() => void navigate({ to: '/settings/sso/$id', params: { id: 'new' } })}
    >
      {t`Add a provider`}
    </Button>
  );
  return (
    <SectionPage title={t`Single sign-on`} query={query} actions={query.data?.length ? add : undefined}>
      {(items) => (
        <Panel flush>
          {items.length === 0 && (
            <EmptyState icon={<Building2 />} title={t`No provider yet`} actions={add}>
              {t`Let your people sign in where they already do: Entra ID, Google Workspace, Okta, Keycloak and every other provider that speaks SAML 2.0 or OpenID Connect.`}
            </EmptyState>
          )}
          <ul>
            {items.map((item) => (
              <Provider key={item.id} item={item} />
            ))}
          </ul>
        </Panel>
      )}
    </SectionPage>
  );
}

function Provider({ item }: { item: IdpView }) {
  const { t } = useLingui();
  const { id, name, kind, missing, domains } = item;
  return (
    <li className="border-b last:border-b-0">
      <Link
        to="/settings/sso/$id"
        params={{ id }}
        className="flex items-center gap-3 px-4 py-3 -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{name}</span>
            <StatusBadge tone={missing.length ? 'warning' : 'success'}>
              {missing.length ? t`Not ready` : t`On`}
            </StatusBadge>
          </span>
          <span className="block truncate text-ink-muted text-sm">
            {[kind === 'saml' ? 'SAML 2.0' : 'OpenID Connect', ...domains.map(({ domain }) => domain)].join(
              ' · ',
            )}
          </span>
        </span>
        <ChevronRight aria-hidden className="flip-rtl size-4 shrink-0 text-ink-faint" />
      </Link>
    </li>
  );
}
