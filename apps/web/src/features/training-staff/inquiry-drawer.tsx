import { useLingui } from '@lingui/react/macro';
import type { InquiryStatus } from '@officina/contracts/portal';
import type { TrainingInquiryItem } from '@officina/contracts/training-views';
import { dateTime } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { api } from '../../trpc.ts';
import { StatusBadge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/panel.tsx';
import { INQUIRY_TONES, useStaffWords } from './staff-words.ts';

interface InquiryDrawerProps {
  inquiry: TrainingInquiryItem;
  onClose: () => void;
  onMoved: () => unknown;
}

/** A question in full, how to answer it, and what became of it. */
export function InquiryDrawer({ inquiry, onClose, onMoved }: InquiryDrawerProps) {
  const { t } = useLingui();
  const { inquiries } = useStaffWords();
  const { act, pending } = useAct();
  const { id, status, moves } = inquiry;
  const verbs: Record<InquiryStatus, string> = {
    new: '',
    triaged: status === 'new' ? t`Mark as seen` : t`Take it up again`,
    converted: t`They have applied`,
    closed: t({ context: 'inquiry', message: 'Close' }),
  };
  const move = (to: InquiryStatus) =>
    to !== 'new' &&
    act({
      run: () => api.training.setInquiryStatus.mutate({ id, status: to }),
      done: inquiries[to],
      settled: onMoved,
    });
  return (
    <Dialog drawer title={inquiry.name} description={inquiry.program} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Facts
          items={[
            {
              label: t`Status`,
              value: <StatusBadge tone={INQUIRY_TONES[status]}>{inquiries[status]}</StatusBadge>,
            },
            {
              label: t`E-mail`,
              value: (
                <a className="text-accent-ink hover:underline" href={`mailto:${inquiry.email}`}>
                  {inquiry.email}
                </a>
              ),
            },
            { label: t`Telephone`, value: inquiry.phone },
            { label: t`Received`, value: dateTime(inquiry.createdAt, inquiry.timeZone) },
          ]}
        />
        {inquiry.message && <p className="whitespace-pre-wrap break-words">{inquiry.message}</p>}
        {moves.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {moves.map((to) => (
              <Button key={to} busy={pending} onClick={() => void move(to)}>
                {verbs[to]}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Dialog>
  );
}
