import { useLingui } from '@lingui/react/macro';
import type { InvitationView, StaffRole } from '@officina/contracts/tenancy';
import { Send, X } from 'lucide-react';
import { ago, dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { refreshTeam } from './refresh-team.ts';
import { useRoleWords } from './role-words.ts';

/** Who was invited and has not answered. */
export function InvitationList({ invitations }: { invitations: InvitationView[] }) {
  return (
    <ul>
      {invitations.map((invitation) => (
        <Invitation key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function Invitation({ invitation }: { invitation: InvitationView }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { roleName } = useRoleWords();
  const { id, email, role, invitedBy, expiresAt, expired, abilities } = invitation;
  const resend = () =>
    act({
      run: () => api.tenancy.resendInvitation.mutate({ id }),
      done: t`Invitation sent again to ${email}; the earlier link is void`,
      settled: refreshTeam,
    });
  const revoke = () =>
    act({
      run: () => api.tenancy.revokeInvitation.mutate({ id }),
      done: t`Invitation of ${email} taken back`,
      // The old link stays void: the undo sends another.
      undo: () => api.tenancy.invite.mutate({ email, role: role as StaffRole }),
      settled: refreshTeam,
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b px-4 py-2.5 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{email}</span>
          {expired && <Badge tone="warning">{t`Expired`}</Badge>}
        </p>
        <p className="text-ink-muted text-sm">
          {t`${roleName(role)}, invited by ${invitedBy}`}
          {' · '}
          <span title={dateTime(expiresAt)}>
            {expired ? t`expired ${ago(expiresAt)}` : t`expires ${ago(expiresAt)}`}
          </span>
        </p>
      </div>
      {abilities.edit && (
        <div className="flex items-center gap-1">
          <Button
            size="sm"
            icon={<Send aria-hidden className="size-3.5" />}
            busy={pending}
            onClick={() => void resend()}
          >
            {t`Send again`}
          </Button>
          <IconButton
            label={t`Take back the invitation of ${email}`}
            size="sm"
            busy={pending}
            onClick={() => void revoke()}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      )}
    </li>
  );
}
