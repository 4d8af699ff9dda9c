import { useLingui } from '@lingui/react/macro';
import { dateTime } from '../../lib/format.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Facts } from '../../ui/panel.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import { changesOf, type Entry, subjectLink } from './journal-changes.ts';
import { useJournalWords } from './journal-words.ts';
import { SealBadge } from './seal-badge.tsx';

interface JournalEntryProps {
  entry: Entry;
  onClose: () => void;
}

/** An entry in full: who, when, and each field before and after. */
export function JournalEntry({ entry, onClose }: JournalEntryProps) {
  const { t } = useLingui();
  const { verbName, actorName } = useJournalWords();
  const link = subjectLink(entry);
  const changes = changesOf(entry);
  return (
    <Dialog
      title={verbName(entry.verb)}
      description={`${actorName(entry)} · ${dateTime(entry.recordedAt)}`}
      drawer
      onClose={onClose}
      footer={link && <LinkButton {...link}>{t`Open the record`}</LinkButton>}
    >
      <div className="flex flex-col gap-5">
        <Facts
          items={[
            { label: t`Reason`, value: entry.reason },
            { label: t`Verb`, value: <Code>{entry.verb}</Code> },
            {
              label: t`Record`,
              value: (
                <Code>
                  {entry.subjectType} {entry.subjectId}
                </Code>
              ),
            },
            { label: t`Request`, value: <Code>{entry.requestId}</Code> },
            { label: t`Seal`, value: <SealBadge seq={entry.seq} /> },
          ]}
        />
        {changes.length > 0 ? (
          <div className="rounded-panel border">
            <Table aria-label={t`What changed`}>
              <thead>
                <tr>
                  <Th>{t`Field`}</Th>
                  <Th>{t`Before`}</Th>
                  <Th>{t`After`}</Th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ field, before, after }) => (
                  <tr key={field}>
                    <Td className="font-mono text-xs">{field}</Td>
                    <Td className="text-ink-muted">
                      <Value text={before} />
                    </Td>
                    <Td>
                      <Value text={after} />
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </div>
        ) : (
          <p className="text-ink-muted">{t`This entry changed no field: it says that it happened.`}</p>
        )}
      </div>
    </Dialog>
  );
}

function Code({ children }: { children: React.ReactNode }) {
  return <code className="select-all break-all font-mono text-xs">{children}</code>;
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <span className="text-ink-faint">–</span>;
  return <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>;
}
