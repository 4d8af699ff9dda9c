import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { FlaskConical, X } from 'lucide-react';
import { can, demo } from '../lib/session.ts';
import { stored, useStored } from '../lib/stored.ts';
import { IconButton } from '../ui/icon-button.tsx';

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
