import { useLingui } from '@lingui/react/macro';
import { CODE_LENGTH } from '@officina/contracts/training-codes';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Camera, LogOut } from 'lucide-react';
import { type FormEvent, lazy, Suspense, useId, useState } from 'react';
import { number, time } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Input } from '../../ui/input.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RunningTime } from './running-time.tsx';

const CodeCamera = lazy(() => import('./code-camera.tsx').then((module) => ({ default: module.CodeCamera })));
const route = getRouteApi('/app/apprentice/checkin');
const refresh = () => queryClient.invalidateQueries(trpc.training.pathFilter());

/** Check in with the code on the shop's wall, typed or looked at; and out again. */
export function CheckinPage() {
  const { t } = useLingui();
  const query = useQuery(trpc.training.checkInStatus.queryOptions({}));
  const { act, pending } = useAct();
  const session = query.data?.activeSession;
  const leave = () =>
    act({
      run: () => api.training.checkOut.mutate({}),
      done: ({ hoursWorked }) => t`Checked out: ${number(hoursWorked, 2)} hours`,
      settled: refresh,
    });
  return (
    <Page title={t`Check-in`} narrow>
      {query.error && <ErrorCard error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <Skeleton className="h-56 w-full" />}
      {session && (
        <Panel>
          <div className="flex flex-col items-center gap-4 py-6 text-center">
            <p className="font-semibold text-lg">{session.shopName}</p>
            <p className="font-semibold text-5xl tracking-tight">
              <RunningTime since={session.checkInTime} />
            </p>
            <p className="text-ink-muted">{t`Checked in at ${time(session.checkInTime, session.timeZone)}`}</p>
            {session.source === 'checkin' ? (
              <Button
                variant="primary"
                className="h-14 w-full max-w-sm text-lg"
                icon={<LogOut aria-hidden className="size-5" />}
                busy={pending}
                onClick={() => void leave()}
              >
                {t`Check out`}
              </Button>
            ) : (
              <>
                <p>{t`This shift ends at the timeclock.`}</p>
                <LinkButton
                  to="/apprentice/timeclock"
                  variant="primary"
                  className="h-14 w-full max-w-sm text-lg"
                >
                  {t`Timeclock`}
                </LinkButton>
              </>
            )}
          </div>
        </Panel>
      )}
      {query.data && !session && <CodeEntry />}
    </Page>
  );
}

function CodeEntry() {
  const { t } = useLingui();
  const { code: scanned = '' } = route.useSearch();
  const [code, setCode] = useState(scanned.toUpperCase());
  const field = useId();
  const [camera, setCamera] = useState(false);
  const { act, pending } = useAct();
  const enter = (typed: string) =>
    act({
      run: () => api.training.checkIn.mutate({ code: typed }),
      done: ({ shopName }) => t`Checked in at ${shopName}`,
      settled: refresh,
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim()) void enter(code);
  };
  return (
    <Panel>
      <form onSubmit={submit} className="mx-auto flex max-w-sm flex-col gap-4 py-6">
        <label htmlFor={field} className="flex flex-col gap-1.5 text-center">
          <span className="text-ink-muted">{t`Code on the shop's wall`}</span>
          <Input
            id={field}
            value={code}
            onChange={(event) => setCode(event.target.value.toUpperCase())}
            maxLength={CODE_LENGTH + 2}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            className="h-16 text-center font-semibold text-3xl uppercase tracking-widest"
          />
        </label>
        <Button
          variant="primary"
          type="submit"
          className="h-14 text-lg"
          busy={pending}
          disabled={!code.trim()}
        >
          {t`Check in`}
        </Button>
        <Button icon={<Camera aria-hidden className="size-4" />} onClick={() => setCamera(!camera)}>
          {camera ? t`Close the camera` : t`Scan the QR code`}
        </Button>
        {camera && (
          <Suspense fallback={<Skeleton className="aspect-square w-full" />}>
            <CodeCamera
              onCode={(found) => {
                setCamera(false);
                setCode(found);
                void enter(found);
              }}
            />
          </Suspense>
        )}
        <p className="text-center text-ink-faint text-sm">{t`The code has expired? Ask the shop for a new one.`}</p>
      </form>
    </Panel>
  );
}
