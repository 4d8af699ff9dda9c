import { useLingui } from '@lingui/react/macro';
import type { BinderDetail } from '@officina/contracts/binders';
import type { BinderSignal } from '@officina/contracts/office';
import { Signals } from '../../shell/office/badges.tsx';
import { useOfficeWords } from '../../shell/office/words.ts';
import { Panel } from '../../ui/panel.tsx';

/** The signals of a binder, each with the sentence that explains it. */
export function SignalList({ binder }: { binder: BinderDetail }) {
  const { t } = useLingui();
  const { documents } = useOfficeWords();
  const { daysOverdue, daysRemaining, idleDays, signals, missingDocuments } = binder;
  const missing = missingDocuments.map((type) => documents[type]).join(', ');
  const sentences: Record<BinderSignal, string> = {
    missing_permanent_documents: t`Not on file yet: ${missing}`,
    near_sla: t`Days until it must be back: ${daysRemaining ?? 0}`,
    overdue: t`Days past the promise: ${daysOverdue}`,
    ready_for_pickup: t`It waits for somebody to collect it.`,
    unpaid_charges: t`The client has charges that are not paid.`,
    idle_binder: t`Days without work: ${idleDays}`,
  };
  if (signals.length === 0) return null;
  return (
    <Panel>
      <ul className="flex flex-col gap-2">
        {signals.map((signal) => (
          <li key={signal} className="flex flex-wrap items-center gap-2">
            <Signals signals={[signal]} />
            <span>{sentences[signal]}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
