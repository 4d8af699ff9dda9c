import { useLingui } from '@lingui/react/macro';
import type { ShopShift } from '@officina/contracts/training-staff';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CheckCheck, QrCode } from 'lucide-react';
import { useState } from 'react';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextareaField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api, queryClient, trpc } from '../../trpc.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorCard } from '../../ui/error-card.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SkeletonText } from '../../ui/skeleton.tsx';
import { ShiftTable } from './shift-table.tsx';

const refresh = () => queryClient.invalidateQueries(trpc.training.pathFilter());

/** What a shop says of the hours worked at it: those that wait for a word, and those of today. */
export function ShopPage() {
  const { t } = useLingui();
  const waiting = useQuery(trpc.training.shopHours.queryOptions({ status: 'waiting', limit: 100 }));
  const today = useQuery(trpc.training.shopHours.queryOptions({ status: 'today', limit: 100 }));
  const [doubted, setDoubted] = useState<ShopShift | null>(null);
  const { act, pending } = useAct();
  const verify = (entryIds: string[]) =>
    act({
      run: () => api.training.reviewHours.mutate({ entryIds, decision: 'verified' }),
      done: t`Verified`,
      settled: refresh,
    });
  const items = waiting.data?.items ?? [];
  return (
    <Page
      title={t`My shop`}
      actions={
        <Link to="/shop/checkin" className={buttonClass('primary')}>
          <QrCode aria-hidden className="size-4" />
          {t`Code for the wall`}
        </Link>
      }
    >
      {waiting.error && <ErrorCard error={waiting.error} retry={() => waiting.refetch()} />}
      {waiting.isPending && <SkeletonText lines={6} />}
      {waiting.data && (
        <Panel
          flush
          title={t`Waiting for your word`}
          action={
            items.length > 1 && (
              <Button
                size="sm"
                busy={pending}
                icon={<CheckCheck aria-hidden className="size-4" />}
                onClick={() => void verify(items.map(({ id }) => id))}
              >
                {t`Verify all`}
              </Button>
            )
          }
        >
          {items.length === 0 ? (
            <EmptyState icon={<CheckCheck />} title={t`Nothing waits`}>
              {t`Shifts that your learners have ended appear here.`}
            </EmptyState>
          ) : (
            <ShiftTable
              label={t`Waiting for your word`}
              shifts={items}
              action={(shift) => (
                <span className="inline-flex gap-1.5">
                  <Button size="sm" busy={pending} onClick={() => void verify([shift.id])}>
                    {t`Verify`}
                  </Button>
                  <Button size="sm" variant="danger" onClick={() => setDoubted(shift)}>
                    {t`Dispute`}
                  </Button>
                </span>
              )}
            />
          )}
        </Panel>
      )}
      {today.data && today.data.items.length > 0 && (
        <Panel flush title={t`The last 24 hours`}>
          <ShiftTable label={t`The last 24 hours`} shifts={today.data.items} />
        </Panel>
      )}
      {doubted && <DisputeDialog shift={doubted} onClose={() => setDoubted(null)} />}
    </Page>
  );
}

function DisputeDialog({ shift, onClose }: { shift: ShopShift; onClose: () => void }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { note: '' },
    submit: ({ note }) =>
      api.training.reviewHours.mutate({ entryIds: [shift.id], decision: 'disputed', note }),
    done: () => {
      onClose();
      return refresh();
    },
  });
  return (
    <FormDialog
      form={form}
      title={t`Dispute the hours of ${shift.userName}`}
      description={t`They do not count until somebody has verified them.`}
      submitLabel={t`Dispute`}
      size="sm"
      onClose={onClose}
    >
      <TextareaField name="note" label={t`What is wrong?`} required autoFocus maxLength={1000} />
    </FormDialog>
  );
}
