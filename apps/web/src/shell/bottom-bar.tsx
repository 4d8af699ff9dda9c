import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { Bell, Menu as MenuIcon, Search } from 'lucide-react';
import { useUnread } from '../features/notifications/unread.ts';
import { AccountMenu } from './account-menu.tsx';
import { allowedModules } from './modules.ts';
import { openOverlay, preloadPalette } from './overlays.tsx';

const SLOT =
  'flex min-h-13 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs tracking-tight text-ink-muted -outline-offset-2 data-[status=active]:text-accent-ink';

/** What a thumb reaches on a phone: three modules, search, and everything else. */
export function BottomBar() {
  const { t, i18n } = useLingui();
  const modules = allowedModules();
  const near = modules.filter((module) => module.phone).slice(0, 3);
  const { count, label } = useUnread();
  const rest = modules.filter((module) => !near.includes(module));
  return (
    <nav
      aria-label={t`Main`}
      className="flex shrink-0 border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {near.map((module) => (
        <Link
          key={module.id}
          to={module.to}
          activeOptions={{ exact: module.exact ?? false }}
          className={SLOT}
        >
          <module.icon aria-hidden className="size-5" strokeWidth={1.85} />
          <span className="max-w-full truncate">{i18n._(module.label)}</span>
        </Link>
      ))}
      <button
        type="button"
        className={SLOT}
        onClick={() => openOverlay('palette')}
        onPointerDown={preloadPalette}
      >
        <Search aria-hidden className="size-5" strokeWidth={1.85} />
        {t`Search`}
      </button>
      <AccountMenu
        side="top"
        align="end"
        trigger={
          <button type="button" className={clsx(SLOT, 'relative')}>
            <MenuIcon aria-hidden className="size-5" strokeWidth={1.85} />
            {t`More`}
            {count > 0 && (
              <span
                role="img"
                aria-label={t`Notifications, ${label} unread`}
                className="absolute top-2 ms-6 size-2 rounded-full bg-danger"
              />
            )}
          </button>
        }
        first={[
          {
            label: count > 0 ? t`Notifications (${label})` : t`Notifications`,
            icon: <Bell aria-hidden />,
            to: { to: '/notifications' },
          },
          ...rest.map((module) => ({
            label: i18n._(module.label),
            icon: <module.icon aria-hidden />,
            to: { to: module.to },
          })),
        ]}
      />
    </nav>
  );
}
