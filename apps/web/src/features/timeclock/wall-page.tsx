import { useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { RefreshCw, Store } from 'lucide-react';
import { ago, dateTime, time } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { QrCode } from './qr-code.tsx';

/** The code on a screen for the wall: large, with its QR code, and who came in with it today. */
export function WallPage() {
  const { t } = useLingui();
  const query = useQuery({ ...trpc.training.shopCode.queryOptions({}), refetchInterval: 30_000 });
  const confirm = useConfirm();
  const { act, pending } = useAct();
  const shop = query.data;
  const rotate = async () => {
    const sure = await confirm({
      title: t`Make a new code?`,
      text: t`The code on the wall stops working at once.`,
      confirm: t`New code`,
    });
    if (sure)
      await act({
        run: () => api.training.rotateShopCode.mutate({}),
        settled: () => queryClient.invalidateQueries(trpc.training.shopCode.pathFilter()),
      });
  };
  return (
    <Page
      title={t`Check-in code`}
      crumbs={[{ label: t`My shop`, to: '/shop' }]}
      actions={
        shop && (
          <Button
            busy={pending}
            icon={<RefreshCw aria-hidden className="size-4" />}
            onClick={() => void rotate()}
          >
            {t`Rotate`}
          </Button>
        )
      }
    >
      {query.error && !shop && <ErrorCard error={query.error} retry={() => query.refetch()} />}
      {query.isPending && <Skeleton className="h-96 w-full" />}
      {shop && (
        <div className="grid gap-(--gap) lg:grid-cols-[2fr_1fr]">
          <Panel>
            <div className="flex flex-col items-center gap-4 py-6 text-center">
              <p className="font-semibold text-xl">{shop.shopName}</p>
              {shop.code ? (
                <>
                  <p
                    className="font-bold text-[clamp(3rem,12vw,9rem)] leading-none tracking-[0.12em]"
                    dir="ltr"
                  >
                    {shop.code}
                  </p>
                  <div className="w-full max-w-72 overflow-hidden rounded-panel">
                    <QrCode
                      text={`${location.origin}/apprentice/checkin?code=${shop.code}`}
                      label={t`QR code for checking in`}
                    />
                  </div>
                  <p className="text-ink-muted">
                    {shop.expiresAt &&
                      t`Valid until ${dateTime(shop.expiresAt, shop.timeZone)} (${ago(shop.expiresAt)})`}
                  </p>
                </>
              ) : (
                <EmptyState icon={<Store />} title={t`No code yet`}>
                  {t`Rotate makes the first one.`}
                </EmptyState>
              )}
            </div>
          </Panel>
          <Panel title={t`Checked in today`}>
            {shop.todayCheckIns.length === 0 && <p className="text-ink-muted">{t`Nobody yet.`}</p>}
            <ul className="flex flex-col gap-2">
              {shop.todayCheckIns.map(({ sessionId, userName, checkInTime, checkoutTime }) => (
                <li key={sessionId} className="flex justify-between gap-3">
                  <span className="min-w-0 truncate">{userName}</span>
                  <span className="tabular shrink-0 text-ink-muted">
                    {time(checkInTime, shop.timeZone)} –{' '}
                    {checkoutTime ? time(checkoutTime, shop.timeZone) : '…'}
                  </span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </Page>
  );
}
