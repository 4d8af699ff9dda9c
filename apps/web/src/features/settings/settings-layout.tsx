import { useLingui } from '@lingui/react/macro';
import { Link, Outlet } from '@tanstack/react-router';
import { allowedSections } from './sections.ts';

/** The sections at the side of each of them; a line that scrolls on phones. */
export function SettingsLayout() {
  const { t, i18n } = useLingui();
  return (
    <div className="flex min-h-0 flex-1 flex-col md:flex-row">
      <nav
        aria-label={t`Settings`}
        className="flex shrink-0 gap-0.5 overflow-x-auto border-b p-1.5 [scrollbar-width:none] md:w-52 md:flex-col md:overflow-y-auto md:border-e md:border-b-0 md:p-2 md:pt-0"
      >
        <p aria-hidden className="flex h-13 shrink-0 items-center px-2.5 font-semibold text-lg max-md:hidden">
          {t`Settings`}
        </p>
        {allowedSections().map(({ to, label, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            // A narrow line shows the section that is open.
            ref={(link) => {
              if (link?.getAttribute('data-status') === 'active')
                link.scrollIntoView({ inline: 'center', block: 'nearest' });
            }}
            className="flex h-8.5 shrink-0 items-center gap-2.5 rounded-control px-2.5 font-medium text-ink-muted text-sm -outline-offset-2 last:md:mt-2 hover:bg-hover hover:text-ink data-[status=active]:bg-pressed data-[status=active]:text-ink"
          >
            <Icon aria-hidden className="size-4.5 shrink-0 max-md:hidden" strokeWidth={1.85} />
            {i18n._(label)}
          </Link>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Outlet />
      </div>
    </div>
  );
}
