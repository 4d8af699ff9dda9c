import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useKeys } from '../../lib/keys.ts';
import { useScreenActions } from '../../shell/commands.ts';
import { trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { InvitationList } from './invitation-list.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { SectionPage } from './settings-page.tsx';

const RoleTable = lazy(() => import('./role-table.tsx').then((module) => ({ default: module.RoleTable })));

const route = getRouteApi('/app/settings/team');

export function TeamPage() {
  const { t } = useLingui();
  const { new: inviting } = route.useSearch();
  const navigate = useNavigate();
  const query = useQuery(trpc.tenancy.members.queryOptions({}));
  const roles = query.data?.grantableRoles ?? [];
  const mayInvite = roles.length > 0;
  const setInviting = (on: boolean) =>
    void navigate({ to: '/settings/team', search: on ? { new: '1' } : {}, replace: true });
  const [table, setTable] = useState(false);
  const open = () => setInviting(true);
  useKeys(t`Team`, [{ keys: 'n', label: t`Invite a colleague`, run: open }], mayInvite);
  useScreenActions(mayInvite ? [{ id: 'invite', label: t`Invite a colleague`, keys: 'n', run: open }] : []);
  const invite = mayInvite && (
    <Button variant="primary" icon={<UserPlus aria-hidden className="size-4" />} onClick={open}>
      {t`Invite a colleague`}
    </Button>
  );
  return (
    <SectionPage title={t`Team`} query={query} actions={invite}>
      {({ items, invitations }) => (
        <>
          <Panel title={t`Members`} flush>
            <MemberList members={items} />
          </Panel>
          <Panel title={t`Pending invitations`} flush>
            {invitations.length > 0 ? (
              <InvitationList invitations={invitations} />
            ) : (
              <EmptyState icon={<UserPlus />} title={t`Nobody is invited at the moment`}>
                {t`A colleague gets a link by e-mail, valid for seven days, and chooses their own password.`}
              </EmptyState>
            )}
          </Panel>
          <Panel
            title={t`What each role may do`}
            flush
            action={!table && <Button onClick={() => setTable(true)}>{t`Show`}</Button>}
          >
            {table ? (
              <Suspense fallback={<SkeletonText lines={8} />}>
                <RoleTable />
              </Suspense>
            ) : (
              <p className="px-4 pb-4 text-ink-muted text-sm">
                {t`One table decides on every page, for every program and key. Errors name its words.`}
              </p>
            )}
          </Panel>
          {inviting && mayInvite && <InviteDialog roles={roles} onClose={() => setInviting(false)} />}
        </>
      )}
    </SectionPage>
  );
}
