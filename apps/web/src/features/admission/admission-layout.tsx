import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { session } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { useDocumentTitle } from '../../shell/document-title.ts';
import { Mark } from '../../shell/mark.tsx';
import { trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';

interface AdmissionLayoutProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** The frame of the academy's public pages. */
export function AdmissionLayout({ title, intro, children }: AdmissionLayoutProps) {
  const { t } = useLingui();
  useDocumentTitle(title);
  const { href } = location;
  return (
    <DataProvider>
      <div className="min-h-dvh bg-canvas">
        <header className="border-b bg-surface">
          <div className="mx-auto flex max-w-5xl items-center justify-between gap-3 px-4 py-3 sm:px-8">
            <span className="flex items-center gap-2.5 font-semibold tracking-tight">
              <Mark size={26} />
              <Provider />
            </span>
            {session() ? (
              <LinkButton to="/" variant="ghost">{t`My pages`}</LinkButton>
            ) : (
              <LinkButton
                to="/login"
                search={{ callbackUrl: href.slice(location.origin.length) }}
                variant="ghost"
              >
                {t`Sign in`}
              </LinkButton>
            )}
          </div>
        </header>
        <main id="main" className="mx-auto flex max-w-5xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-10">
          <div>
            <h1 className="text-balance font-semibold text-2xl tracking-tight sm:text-3xl">{title}</h1>
            {intro && <p className="mt-1.5 max-w-2xl text-ink-muted">{intro}</p>}
          </div>
          {children}
        </main>
      </div>
    </DataProvider>
  );
}

/** Who offers the programme of the address; the firm of the session where there is none. */
function Provider() {
  const { slug } = useParams({ strict: false });
  const { data } = useQuery({
    ...trpc.training.program.queryOptions({ program: slug }),
    enabled: slug !== undefined,
  });
  return data?.provider ?? session()?.tenant.name ?? 'Officina';
}
