import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { activateLocale, chosenLocale, LOCALES, type Locale } from '../../lib/i18n.ts';
import { firm, session } from '../../lib/session.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { Select } from '../../ui/select.tsx';
import { DataProvider } from '../data-provider.tsx';
import { Mark } from '../mark.tsx';

interface PublicFrameProps {
  /** Of the browser's tab. */
  title: string | undefined;
  children: ReactNode;
}

const NAV =
  'inline-flex min-h-9 items-center rounded-control px-2.5 font-medium text-ink-muted text-sm hover:bg-hover hover:text-ink data-[status=active]:text-ink';

/** The frame of the firm's public pages. */
export function PublicFrame({ title, children }: PublicFrameProps) {
  const { t } = useLingui();
  const name = firm();
  useEffect(() => {
    if (title) document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <DataProvider>
      <div className="flex min-h-dvh flex-col bg-surface">
        <a
          href="#main"
          className="fixed start-2 top-2 z-90 -translate-y-20 rounded-control bg-accent px-3 py-2 text-on-accent focus:translate-y-0"
        >
          {t`Skip to content`}
        </a>
        <header className="sticky top-0 z-30 border-b bg-surface/90 backdrop-blur">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2.5 sm:px-8">
            <Link
              to="/marketplace"
              className="me-auto flex items-center gap-2.5 font-semibold text-lg tracking-tight"
            >
              <Mark size={28} />
              {name}
            </Link>
            <nav aria-label={t`Main`} className="flex items-center gap-0.5 max-sm:order-last max-sm:w-full">
              <Link to="/marketplace" activeOptions={{ exact: true }} className={`${NAV} max-sm:ps-0`}>
                {t`Services`}
              </Link>
              <Link to="/request-scope" className={NAV}>
                {t`Request a scope`}
              </Link>
              <Link to="/partners" className={NAV}>
                {t`For experts`}
              </Link>
            </nav>
            {session() ? (
              <LinkButton to="/">{t`To my workspace`}</LinkButton>
            ) : (
              <LinkButton to="/login" search={{ callbackUrl: '/portal' }}>
                {t`Sign in`}
              </LinkButton>
            )}
          </div>
        </header>
        <main id="main" tabIndex={-1} className="flex-1">
          {children}
        </main>
        <footer className="border-t bg-canvas">
          <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-6 text-ink-muted text-sm sm:px-8">
            <span className="me-auto">{name}</span>
            <Link to="/marketplace" className="hover:text-ink">{t`Services`}</Link>
            <Link to="/partners" className="hover:text-ink">{t`For experts`}</Link>
            <Language />
          </div>
        </footer>
      </div>
    </DataProvider>
  );
}

function Language() {
  const { t, i18n } = useLingui();
  return (
    <span className="w-32">
      <Select
        aria-label={t`Language`}
        options={Object.entries(LOCALES).map(([value, label]) => ({ value: value as Locale, label }))}
        value={i18n.locale as Locale}
        onChange={(locale) => {
          chosenLocale.set(locale);
          void activateLocale(locale);
        }}
      />
    </span>
  );
}
