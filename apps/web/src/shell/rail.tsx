import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import { PanelLeft, Search } from 'lucide-react';
import { railCollapsed } from '../lib/preferences.ts';
import { useSession } from '../lib/session.ts';
import { useStored } from '../lib/stored.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { Bell } from './bell.tsx';
import { Mark } from './mark.tsx';
import { allowedModules, type Module } from './modules.ts';
import { openOverlay, preloadPalette } from './overlays.tsx';
import { UserMenu } from './user-menu.tsx';

/** The left rail of wide screens: tenant, search, modules, user. */
export function Rail() {
  const { t } = useLingui();
  const { tenant } = useSession();
  const collapsed = useStored(railCollapsed);
  const modules = allowedModules();
  const main = modules.filter((module) => !module.end);
  return (
    <aside
      aria-label={t`Sidebar`}
      className={clsx(
        'hidden h-full shrink-0 flex-col gap-1 border-e bg-canvas p-2 md:flex',
        collapsed ? 'w-14' : 'w-58',
      )}
    >
      <div className={clsx('flex items-center gap-2', collapsed ? 'flex-col' : 'h-9 ps-2')}>
        <Mark />
        {!collapsed && <span className="min-w-0 flex-1 truncate font-semibold">{tenant.name}</span>}
        <IconButton
          label={collapsed ? t`Expand the menu` : t`Collapse the menu`}
          size="sm"
          aria-expanded={!collapsed}
          onClick={() => railCollapsed.set(!collapsed)}
        >
          <PanelLeft aria-hidden className="flip-rtl size-4" />
        </IconButton>
      </div>
      <div className={clsx('my-1 flex shrink-0 items-center gap-1', collapsed && 'flex-col')}>
        <button
          type="button"
          onClick={() => openOverlay('palette')}
          onPointerEnter={preloadPalette}
          onFocus={preloadPalette}
          aria-label={collapsed ? t`Search and commands` : undefined}
          data-tip={collapsed ? t`Search and commands` : undefined}
          className={clsx(
            'flex h-(--control) items-center gap-2 rounded-control border border-line-strong bg-surface text-ink-faint text-sm shadow-control hover:border-line-control',
            collapsed ? 'w-full justify-center' : 'min-w-0 flex-1 px-2.5',
          )}
        >
          <Search aria-hidden className="size-4 shrink-0" />
          {!collapsed && <span className="flex-1 text-start">{t`Search`}</span>}
          {!collapsed && <Kbd keys="mod+k" />}
        </button>
        <Bell />
      </div>
      <nav aria-label={t`Main`} className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto">
        {main.map((module, at) => (
          <RailLink
            key={module.id}
            module={module}
            collapsed={collapsed}
            heading={module.heading !== main[at - 1]?.heading ? module.heading : undefined}
          />
        ))}
        <span className="flex-1" />
        {modules
          .filter((module) => module.end)
          .map((module) => (
            <RailLink key={module.id} module={module} collapsed={collapsed} />
          ))}
      </nav>
      <UserMenu collapsed={collapsed} />
    </aside>
  );
}

interface RailLinkProps {
  module: Module;
  collapsed: boolean;
  /** Of the part that begins with it. */
  heading?: Module['heading'];
}

function RailLink({ module, collapsed, heading }: RailLinkProps) {
  const { i18n } = useLingui();
  const label = i18n._(module.label);
  const Icon = module.icon;
  return (
    <>
      {heading && !collapsed && (
        <p className="shrink-0 px-2.5 pt-3 pb-1 text-ink-faint text-xs">{i18n._(heading)}</p>
      )}
      <Link
        to={module.to}
        activeOptions={{ exact: module.exact ?? false }}
        aria-label={collapsed ? label : undefined}
        data-tip={collapsed ? label : undefined}
        className={clsx(
          'group flex h-8.5 shrink-0 items-center gap-2.5 rounded-control font-medium text-ink-muted text-sm -outline-offset-2 hover:bg-hover hover:text-ink',
          'data-[status=active]:bg-pressed data-[status=active]:text-ink',
          collapsed ? 'justify-center' : 'px-2.5',
        )}
      >
        <Icon
          aria-hidden
          className="size-4.5 shrink-0 group-data-[status=active]:text-accent-ink"
          strokeWidth={1.85}
        />
        {!collapsed && <span className="truncate">{label}</span>}
      </Link>
    </>
  );
}
