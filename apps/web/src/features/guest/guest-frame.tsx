import type { ReactNode } from 'react';
import { firm } from '../../lib/session.ts';
import { DataProvider } from '../../shell/data-provider.tsx';
import { useDocumentTitle } from '../../shell/document-title.ts';

interface GuestFrameProps {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}

/** The frame of a guest's pages: whose they are, and one column. */
export function GuestFrame({ title, intro, children }: GuestFrameProps) {
  const seller = firm();
  useDocumentTitle(seller ? `${title} · ${seller}` : title);
  return (
    <DataProvider>
      <main id="main" className="min-h-dvh bg-canvas">
        <div className="mx-auto flex max-w-2xl flex-col gap-5 px-4 py-8 sm:px-8 sm:py-12">
          <header>
            <p className="break-words text-ink-muted">{seller}</p>
            <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
            {intro && <p className="mt-1.5 text-ink-muted">{intro}</p>}
          </header>
          {children}
        </div>
      </main>
    </DataProvider>
  );
}
