import { useLingui } from '@lingui/react/macro';
import type { Deliverable, Engagement } from '@officina/contracts/engagements';
import { DELIVERABLE_STATUSES, type DeliverableStatus } from '@officina/contracts/portal';
import { Check, Download, Package, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { date } from '../../lib/format.ts';
import { useAct } from '../../lib/use-act.ts';
import { DeliverableBadge } from '../../shell/portal/badges.tsx';
import { NoteDialog } from '../../shell/portal/note-dialog.tsx';
import { refreshPortal } from '../../shell/portal/refresh-portal.ts';
import { usePortalWords } from '../../shell/portal/words.ts';
import { api } from '../../trpc.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { DeliverableForm } from './deliverable-form.tsx';

interface DeliverableListProps {
  engagement: Engagement;
  deliverables: Deliverable[];
  onAdd: () => void;
}

type Question = { about: Deliverable; act: 'edit' | 'approve' } | null;

/** What is delivered: staff move it on, the client approves what is in review. */
export function DeliverableList({ engagement, deliverables, onAdd }: DeliverableListProps) {
  const { t } = useLingui();
  const [question, setQuestion] = useState<Question>(null);
  const close = () => setQuestion(null);
  const add = engagement.abilities.add && (
    <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={onAdd}>
      {t`Add a deliverable`}
    </Button>
  );
  if (deliverables.length === 0)
    return (
      <Panel>
        <EmptyState icon={<Package />} title={t`No deliverables yet`} actions={add}>
          {engagement.abilities.add
            ? t`List what the client will get; they approve each one here.`
            : t`What you get appears here, and you approve each one.`}
        </EmptyState>
      </Panel>
    );
  return (
    <Panel title={t`Deliverables`} action={add} flush>
      <ul className="divide-y border-t">
        {deliverables.map((deliverable) => (
          <DeliverableRow
            key={deliverable.id}
            deliverable={deliverable}
            ask={(act) => setQuestion({ about: deliverable, act })}
          />
        ))}
      </ul>
      {question?.act === 'edit' && (
        <DeliverableForm
          engagementId={engagement.id}
          deliverable={question.about}
          onSaved={() => {
            close();
            return refreshPortal();
          }}
          onClose={close}
        />
      )}
      {question?.act === 'approve' && (
        <NoteDialog
          title={t`Approve “${question.about.title}”?`}
          description={t`You accept it as delivered. We are told at once.`}
          submitLabel={t`Approve`}
          max={240}
          run={(note) => api.deliverables.approve.mutate({ id: question.about.id, note })}
          done={t`“${question.about.title}” is approved`}
          onClose={close}
        />
      )}
    </Panel>
  );
}

interface RowProps {
  deliverable: Deliverable;
  ask: (act: 'edit' | 'approve') => void;
}

function DeliverableRow({ deliverable, ask }: RowProps) {
  const { t } = useLingui();
  const { deliverableStatuses } = usePortalWords();
  const { act, pending } = useAct();
  const { id, title, status, approvedAt, approvalNote, documentId, abilities } = deliverable;
  const set = (next: DeliverableStatus) =>
    act({
      run: () => api.deliverables.update.mutate({ id, status: next }),
      done: t`“${title}”: ${deliverableStatuses[next]}`,
      // What was approved loses its approval's note when it leaves that state: there is no way back to the same.
      undo: status === 'approved' ? undefined : () => api.deliverables.update.mutate({ id, status }),
      settled: refreshPortal,
    });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <span className="min-w-0 flex-1 max-sm:basis-full">
        <span className="block font-medium">{title}</span>
        {approvedAt && (
          <span className="block text-ink-muted text-sm">
            {t`Approved on ${date(approvedAt)}`}
            {approvalNote && (
              <>
                {' · '}
                <q>{approvalNote}</q>
              </>
            )}
          </span>
        )}
      </span>
      {documentId && (
        <a
          href={`/api/portal/documents/${documentId}/download`}
          aria-label={t`Download “${title}”`}
          className={buttonClass('secondary', 'sm')}
        >
          <Download aria-hidden className="size-3.5" />
          {t`Download`}
        </a>
      )}
      {abilities.edit ? (
        <>
          <span className="w-40">
            <Select
              aria-label={t`Status of “${title}”`}
              options={DELIVERABLE_STATUSES.map((value) => ({ value, label: deliverableStatuses[value] }))}
              value={status}
              disabled={pending}
              onChange={(next) => void set(next)}
            />
          </span>
          <IconButton label={t`Edit “${title}”`} onClick={() => ask('edit')}>
            <Pencil aria-hidden className="size-4" />
          </IconButton>
        </>
      ) : (
        <DeliverableBadge status={status} />
      )}
      {abilities.approve && !abilities.edit && (
        <Button
          size="sm"
          variant="primary"
          icon={<Check aria-hidden className="size-3.5" />}
          aria-label={t`Approve “${title}”`}
          onClick={() => ask('approve')}
        >
          {t`Approve`}
        </Button>
      )}
    </li>
  );
}
