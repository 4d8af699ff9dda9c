import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../lib/session.ts';
import { allowedModules } from '../../shell/modules.ts';
import { Page } from '../../shell/page.tsx';
import { Kbd } from '../../ui/kbd.tsx';

/** Where everybody starts: the parts of the app that are theirs. */
export function HomePage() {
  const { t, i18n } = useLingui();
  const { user, tenant } = useSession();
  const modules = allowedModules().filter((module) => module.to !== '/');
  const name = user.name.split(' ')[0] ?? user.name;
  return (
    <Page title={t`Home`}>
      <div className="pt-4">
        <h2 className="font-semibold text-2xl tracking-tight">{t`Hello ${name}`}</h2>
        <p className="text-ink-muted">{tenant.name}</p>
      </div>
      <ul className="grid gap-(--gap) sm:grid-cols-2 lg:grid-cols-3">
        {modules.map((module) => (
          <li key={module.id}>
            <Link
              to={module.to}
              className="flex items-center gap-3 rounded-panel border bg-surface p-4 font-medium shadow-panel hover:border-line-strong"
            >
              <module.icon aria-hidden className="size-5 text-accent-ink" />
              <span className="flex-1">{i18n._(module.label)}</span>
              <Kbd keys={`g ${module.key}`} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
