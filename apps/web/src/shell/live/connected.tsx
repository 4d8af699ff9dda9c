import { useLingui } from '@lingui/react/macro';
import { CloudCheck, CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from '../../lib/use-store.ts';
import { Button } from '../../ui/button.tsx';
import { applyChanges } from './apply-changes.ts';
import { readConnection, subscribeConnection, tryNow, watchConnection } from './connection.ts';
import { listen } from './listen.ts';

/** Keeps the screen up to date with what colleagues do, and says when that is not possible. Comes after the first paint. */
export function Connected() {
  useEffect(watchConnection, []);
  useEffect(() => listen(applyChanges), []);
  return <ConnectionBar />;
}

const BAR = 'flex items-center justify-center gap-2 px-4 py-1.5 text-sm';

/** Above every page while the server does not answer, and for a moment when it does again. */
function ConnectionBar() {
  const { t } = useLingui();
  const { state, retryAt } = useStore(subscribeConnection, readConnection);
  const lost = state === 'offline' || state === 'trying';
  return (
    <div role="status">
      {lost && (
        <div className={`${BAR} bg-warning-soft text-warning`}>
          <CloudOff aria-hidden className="size-4 shrink-0" />
          <p>{t`No connection. What you typed is kept, and everything resumes by itself.`}</p>
          <Button
            size="sm"
            variant="ghost"
            className="!text-current underline sm:min-w-36 underline-offset-2"
            onClick={() => void tryNow()}
          >
            {state === 'trying' ? t`Trying…` : t`Try now`}
            {retryAt !== null && <Countdown to={retryAt} />}
          </Button>
        </div>
      )}
      {state === 'back' && (
        <p className={`${BAR} bg-success-soft text-success`}>
          <CloudCheck aria-hidden className="size-4 shrink-0" />
          {t`Connected again.`}
        </p>
      )}
    </div>
  );
}

/** Seconds until the next attempt; not read aloud at every tick. */
function Countdown({ to }: { to: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <span aria-hidden className="tabular">
      {`(${Math.max(0, Math.ceil((to - now) / 1000))})`}
    </span>
  );
}
