import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../lib/use-act.ts';
import { api, trpc } from '../../trpc.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { useRoleWords } from './role-words.ts';

/** The firms that the user belongs to, and the way from one to another. */
export function MyFirms() {
  const { t } = useLingui();
  const { roleName } = useRoleWords();
  const { act, pending } = useAct();
  const query = useQuery(trpc.identity.tenants.queryOptions({}));
  const enter = async (tenantId: string) => {
    const entered = await act({ run: () => api.identity.switchTenant.mutate({ tenantId }) });
    // Everything on the page belongs to the firm that is left.
    if (entered) location.assign('/');
  };
  return (
    <Panel title={t`My firms`} flush>
      {query.data ? (
        <ul>
          {query.data.items.map((firm) => (
            <li key={firm.id} className="flex items-center gap-3 border-b px-4 py-2.5 last:border-b-0">
              <Avatar name={firm.name} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{firm.name}</p>
                <p className="truncate text-ink-muted text-sm">{`${roleName(firm.role)} · ${firm.subdomain}`}</p>
              </div>
              {firm.current ? (
                <Badge tone="success">{t`Open now`}</Badge>
              ) : (
                <Button
                  size="sm"
                  busy={pending}
                  aria-label={`${t`Switch`} · ${firm.name}`}
                  onClick={() => void enter(firm.id)}
                >
                  {t`Switch`}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : query.error ? (
        <ErrorCard error={query.error} retry={() => query.refetch()} />
      ) : (
        <div className="px-4 pb-4">
          <SkeletonText lines={2} />
        </div>
      )}
    </Panel>
  );
}
