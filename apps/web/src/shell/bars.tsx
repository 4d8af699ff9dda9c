import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { CloudOff, FlaskConical, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { can, demo } from '../lib/session.ts';
import { stored, useStored } from '../lib/stored.ts';
import { IconButton } from '../ui/icon-button.tsx';

function subscribeOnline(listener: () => void) {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** Says that the connection is gone; queries resume by themselves when it is back. */
export function OfflineBar() {
  const { t } = useLingui();
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center justify-center gap-2 bg-warning-soft px-4 py-1.5 text-center text-sm text-warning">
          <CloudOff aria-hidden className="size-4 shrink-0" />
          {t`You are offline. What you typed is kept; everything resumes when the connection is back.`}
        </p>
      )}
    </div>
  );
}

const bannerHidden = stored('officina.demoBannerHidden', false);

/** In demo mode: that the records are invented. */
export function DemoBanner() {
  const { t } = useLingui();
  const hidden = useStored(bannerHidden);
  if (!demo() || hidden) return null;
  return (
    <aside
      aria-label={t`Demo`}
      className="flex items-center gap-2 border-b bg-accent-soft ps-4 pe-2 text-accent-ink text-xs"
    >
      <FlaskConical aria-hidden className="size-3.5 shrink-0" />
      <p className="flex-1 py-1">
        {t`Demo: every record is invented. Try anything; mails stay in the outbox.`}{' '}
        {can('journal.read') && (
          <Link to="/outbox" className="whitespace-nowrap font-medium underline underline-offset-2">
            {t`Open the outbox`}
          </Link>
        )}
      </p>
      <IconButton label={t`Hide`} size="sm" className="!text-current" onClick={() => bannerHidden.set(true)}>
        <X aria-hidden className="size-3.5" />
      </IconButton>
    </aside>
  );
}
