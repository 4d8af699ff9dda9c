import { useLingui } from '@lingui/react/macro';
import type { MemberView, StaffRole } from '@officina/contracts/tenancy';
import { UserMinus } from 'lucide-react';
import { ago, date } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { refreshTeam } from './refresh-team.ts';
import { useRoleWords } from './role-words.ts';

/** The firm's own people, with what the caller may do about each. */
export function MemberList({ members }: { members: MemberView[] }) {
  return (
    <ul>
      {members.map((member) => (
        <Member key={member.id} member={member} />
      ))}
    </ul>
  );
}

function Member({ member }: { member: MemberView }) {
  const { t } = useLingui();
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const { roleName } = useRoleWords();
  const { id, name, email, role, lastUsedAt, abilities } = member;
  const remove = async () => {
    const sure = await confirm({
      title: t`Remove ${name} from the team?`,
      text: t`They are signed out at once. What they made keeps their name. To come back they need a new invitation.`,
      confirm: t`Remove`,
      danger: true,
    });
    if (!sure) return;
    await act({
      run: () => api.tenancy.removeMember.mutate({ userId: id }),
      done: t`${name} is no longer in the team`,
      settled: refreshTeam,
    });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4 py-2.5 last:border-b-0">
      <Avatar name={name} />
      <div className="min-w-40 flex-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {member.self && <Badge tone="accent">{t`You`}</Badge>}
        </p>
        <p className="truncate text-ink-muted text-sm">{email}</p>
      </div>
      <p className="w-40 text-ink-faint text-xs max-sm:hidden">
        {lastUsedAt ? t`Last visit: ${ago(lastUsedAt)}` : t`Member since ${date(member.joinedAt)}`}
      </p>
      <div className="flex items-center gap-1 max-sm:w-full max-sm:ps-11">
        {abilities.roles.length > 0 ? (
          <RoleSelect member={member} />
        ) : (
          <span className="w-40 px-3 text-ink-muted text-sm max-sm:flex-1 max-sm:px-0">{roleName(role)}</span>
        )}
        <IconButton
          label={t`Remove ${name}`}
          reason={abilities.remove ? null : member.self ? t`Nobody removes themself.` : t`Only an owner can.`}
          busy={pending}
          onClick={() => void remove()}
        >
          <UserMinus aria-hidden className="size-4" />
        </IconButton>
      </div>
    </li>
  );
}

/** Another role takes effect at once; the toast takes it back. */
function RoleSelect({ member }: { member: MemberView }) {
  const { t } = useLingui();
  const { act, pending } = useAct();
  const { roleName, options } = useRoleWords();
  const { id: userId, name, role, abilities } = member;
  const give = (next: StaffRole) =>
    act({
      run: () => api.tenancy.changeRole.mutate({ userId, role: next }),
      done: t`${name} is now: ${roleName(next)}`,
      undo: () => api.tenancy.changeRole.mutate({ userId, role: role as StaffRole }),
      settled: refreshTeam,
    });
  return (
    <div className="w-40 max-sm:flex-1">
      <Select
        aria-label={t`Role of ${name}`}
        options={options(abilities.roles)}
        value={role as StaffRole}
        disabled={pending}
        onChange={(next) => void give(next)}
      />
    </div>
  );
}
