import { useLingui } from '@lingui/react/macro';
import { clsx } from 'clsx';
import { ChevronsUpDown } from 'lucide-react';
import { useSession } from '../lib/session.ts';
import { Avatar } from '../ui/avatar.tsx';
import { AccountMenu } from './account-menu.tsx';

/** Who is signed in, and the menu of the account. */
export function UserMenu({ collapsed }: { collapsed: boolean }) {
  const { t } = useLingui();
  const { user } = useSession();
  return (
    <AccountMenu
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
                <span dir="ltr" className="block truncate text-left text-ink-faint text-xs rtl:text-right">
                  {user.email}
                </span>
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
            </>
          )}
        </button>
      }
    />
  );
}
