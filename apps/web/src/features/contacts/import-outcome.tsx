import { useLingui } from '@lingui/react/macro';
import type { ImportResult } from '@officina/contracts/contacts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';
import type { Refusal } from './refusals.ts';

const SHOWN = 20;

/** What an import would do, or did: counts, and why records were refused. */
export function ImportOutcome({
  result,
  refusals,
  onSaveErrors,
}: {
  result: ImportResult;
  refusals: readonly Refusal[];
  onSaveErrors: () => void;
}) {
  const { t } = useLingui();
  const { counts, dryRun } = result;
  const others = refusals.length - SHOWN;
  return (
    <Panel title={dryRun ? t`What would happen` : t`What happened`}>
      <div className="grid grid-cols-2 gap-(--gap) sm:grid-cols-4" aria-live="polite">
        <Stat label={t`New`} value={counts.created} />
        <Stat label={t`Updated`} value={counts.updated} />
        <Stat label={t`Left alone`} value={counts.skipped} />
        <Stat label={t`Refused`} value={counts.failed} tone={counts.failed > 0 ? 'danger' : undefined} />
      </div>
      {refusals.length > 0 && (
        <div className="mt-4 flex flex-col gap-3">
          <Table aria-label={t`Records that were refused`}>
            <thead>
              <tr>
                <Th numeric>{t`Line`}</Th>
                <Th>{t`Record`}</Th>
                <Th>{t`Error`}</Th>
              </tr>
            </thead>
            <tbody>
              {refusals.slice(0, SHOWN).map(({ line, record, why }) => (
                <tr key={line}>
                  <Td numeric>{line}</Td>
                  <Td>{record.filter(Boolean).slice(0, 3).join(' · ')}</Td>
                  <Td>{why}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <div className="flex items-center justify-between gap-3">
            <span className="text-ink-muted text-sm">{others > 0 && t`and ${others} more`}</span>
            <Button size="sm" onClick={onSaveErrors}>{t`Save the refused records as CSV`}</Button>
          </div>
        </div>
      )}
    </Panel>
  );
}
