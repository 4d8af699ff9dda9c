import { useLingui } from '@lingui/react/macro';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { useEffect } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorCard } from '../ui/error-card.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useDocumentTitle } from './document-title.ts';
import { RoutePending } from './route-pages.tsx';

/** A page that threw: the frame around it goes on working. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const stale = /dynamically imported module|importing a module script/i.test(String(error));
  useEffect(() => {
    // After a deployment the old chunks are gone; the new page knows the new ones.
    if (stale) location.reload();
  }, [stale]);
  if (stale) return <RoutePending />;
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <div className="grid min-h-full flex-1 place-items-center">
      <ErrorCard error={error} retry={retry} />
    </div>
  );
}

export function RouteNotFound() {
  const { t } = useLingui();
  useDocumentTitle(t`Not found`);
  return (
    <div className="grid min-h-full flex-1 place-items-center">
      <EmptyState
        icon={<Compass />}
        title={t`There is nothing at this address`}
        actions={<LinkButton to="/">{t`Back to the start`}</LinkButton>}
      >
        {t`The link may be old, or the record may belong to another firm.`}
      </EmptyState>
    </div>
  );
}
