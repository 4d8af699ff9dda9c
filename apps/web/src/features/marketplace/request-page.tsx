import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { Clock, FileCheck2, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import { PublicFrame } from '../../shell/portal/public-frame.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestForm } from './request-form.tsx';

const route = getRouteApi('/request-scope');

/** Asks for a priced scope. */
export function RequestPage() {
  const { t } = useLingui();
  const { fallback } = route.useSearch();
  return (
    <PublicFrame title={t`Request a scope`}>
      <div className="mx-auto grid max-w-6xl items-start gap-10 px-4 py-8 sm:px-8 sm:py-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <h1 className="font-semibold text-2xl tracking-tight">{t`Request a scope`}</h1>
          <p className="mt-1 max-w-prose text-ink-muted">
            {t`Tell us who you are and what you need. We answer with what will be done, by when, at one fixed price.`}
          </p>
          {fallback && (
            <div className="mt-4">
              <Notice tone="info">{t`Paying online is not possible just now. Ask here, and we send you the way to pay.`}</Notice>
            </div>
          )}
          <div className="mt-6">
            <RequestForm />
          </div>
        </div>
        <aside className="flex flex-col gap-5 rounded-panel bg-canvas p-5">
          <Assurance icon={<Clock />} title={t`Two business days`}>
            {t`That is how long our answer takes at most.`}
          </Assurance>
          <Assurance icon={<FileCheck2 />} title={t`A scope, not a sales call`}>
            {t`Deliverables, dates and a fixed price that you approve or reject.`}
          </Assurance>
          <Assurance icon={<ShieldCheck />} title={t`Your words stay here`}>
            {t`What you write is used for your request alone.`}
          </Assurance>
        </aside>
      </div>
    </PublicFrame>
  );
}

function Assurance({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-panel bg-accent-soft text-accent-ink [&>svg]:size-4.5"
      >
        {icon}
      </span>
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-ink-muted text-sm">{children}</p>
      </div>
    </div>
  );
}
