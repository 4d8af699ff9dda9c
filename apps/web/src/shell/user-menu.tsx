import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { ChevronsUpDown, CircleUser, Keyboard, LogOut } from 'lucide-react';
import { signOut } from '../lib/auth.ts';
import { useSession } from '../lib/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Menu } from '../ui/menu.tsx';
import { openOverlay } from './overlays.tsx';
import { useDisplayChoices } from './use-display-choices.ts';

/** Who is signed in; theme, density, language, keys and the way out. */
export function UserMenu({ collapsed }: { collapsed: boolean }) {
  const { t } = useLingui();
  const { user } = useSession();
  const choices = useDisplayChoices();
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          aria-label={collapsed ? t`Account of ${user.name}` : undefined}
          className={clsx(
            'flex h-12 shrink-0 items-center gap-2.5 rounded-control text-start -outline-offset-2 hover:bg-hover',
            collapsed ? 'justify-center' : 'px-2',
          )}
        >
          <Avatar name={user.name} size="md" />
          {!collapsed && (
            <>
              <span className="min-w-0 flex-1 leading-tight">
                <span className="block truncate font-medium text-sm">{user.name}</span>
                <span className="block truncate text-ink-faint text-xs">{user.email}</span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
            </>
          )}
        </button>
      }
      entries={[
        { label: t`My account`, icon: <CircleUser aria-hidden />, to: { to: '/settings/account' } },
        'separator',
        ...choices,
        'separator',
        {
          label: t`Keyboard shortcuts`,
          icon: <Keyboard aria-hidden />,
          keys: '?',
          run: () => openOverlay('keys'),
        },
        { label: t`Sign out`, icon: <LogOut aria-hidden />, run: () => void signOut() },
      ]}
    />
  );
}
