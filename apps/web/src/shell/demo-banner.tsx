import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FlaskConical, X } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { loadDomainMessages } from '../lib/i18n.ts';
import { can, demo } from '../lib/session.ts';
import { IconButton } from '../ui/icon-button.tsx';

const ResetDemo = lazy(async () => {
  const [module] = await Promise.all([import('../features/demo/reset-demo.tsx'), loadDomainMessages('demo')]);
  return { default: module.ResetDemo };
});

/** In demo mode: that the records are invented, and the way back to the first day. */
export function DemoBanner() {
  const { t } = useLingui();
  const [hidden, setHidden] = useState(false);
  const [resetting, setResetting] = useState(false);
  if (hidden) return null;
  return (
    <aside
      aria-label={t`Demo`}
      className="flex items-center gap-2 border-b bg-accent-soft ps-4 pe-2 text-accent-ink text-xs"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      <p className="py-1" title={t`Every record is invented, and mails stay in the outbox.`}>
        {t`Demo data`}
      </p>
      <span className="flex flex-1 flex-wrap gap-x-3">
        {can('outbox.read') && (
          <Link to="/outbox" className="whitespace-nowrap font-medium underline underline-offset-2">
            {t`Open the outbox`}
          </Link>
        )}
        {demo()?.resettable && (
          <button
            type="button"
            className="whitespace-nowrap font-medium underline underline-offset-2"
            onClick={() => setResetting(true)}
          >
            {t`Reset the demo`}
          </button>
        )}
      </span>
      {resetting && (
        <Suspense>
          <ResetDemo onClose={() => setResetting(false)} />
        </Suspense>
      )}
      <IconButton label={t`Hide`} size="sm" className="!text-current" onClick={() => setHidden(true)}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </aside>
  );
}
