import { useLingui } from '@lingui/react/macro';
import type { CsvContactField, ImportMatch, ImportResult } from '@officina/contracts/contacts';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { csv, downloadFile } from '../../lib/download.ts';
import { fieldMessage } from '../../lib/field-messages.ts';
import { toastDone } from '../../lib/toast.ts';
import { useAct } from '../../lib/use-act.ts';
import { Page } from '../../shell/page.tsx';
import { api } from '../../trpc.ts';
import { Button } from '../../ui/button.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useContactFields } from './field-words.ts';
import { ImportMapping } from './import-mapping.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { type CsvFile, guessMapping, type Mapping, readCsv, rowsOf } from './read-csv.ts';
import { refreshContacts } from './refresh-contacts.ts';
import { refusalsOf } from './refusals.ts';

/** Records sent at once: small enough to show progress and to stop between. */
const BATCH = 500;

export interface ImportRules {
  matchBy: ImportMatch;
  onMatch: 'skip' | 'update';
}

/** Brings contacts in from a CSV: choose a file, say which column is what, look at what would happen, then do it. */
export function ImportPage() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { act } = useAct();
  const labels = useContactFields();
  const [file, setFile] = useState<CsvFile | null>(null);
  const [unreadable, setUnreadable] = useState(false);
  const [mapping, setMapping] = useState<Mapping>({});
  const [rules, setRules] = useState<ImportRules>({ matchBy: 'email', onMatch: 'skip' });
  const [trial, setTrial] = useState<ImportResult | null>(null);
  const [progress, setProgress] = useState<number | null>(null);

  const take = async ([chosen]: File[]) => {
    if (!chosen) return;
    try {
      const read = await readCsv(chosen);
      setFile(read);
      setMapping(guessMapping(read.header));
      setTrial(null);
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const send = async (dryRun: boolean): Promise<ImportResult> => {
    const rows = file ? rowsOf(file, mapping) : [];
    const sum: ImportResult = {
      dryRun,
      counts: { created: 0, updated: 0, skipped: 0, failed: 0 },
      outcomes: [],
      errors: [],
    };
    for (let from = 0; from < rows.length; from += BATCH) {
      setProgress(from / rows.length);
      const part = await api.contacts.import.mutate({
        rows: rows.slice(from, from + BATCH),
        dryRun,
        ...rules,
      });
      for (const outcome of part.outcomes) sum.counts[outcome] += 1;
      sum.outcomes.push(...part.outcomes);
      sum.errors.push(...part.errors.map((error) => ({ ...error, row: error.row + from })));
    }
    return sum;
  };
  const run = (dryRun: boolean) =>
    act({
      run: () => send(dryRun),
      done: dryRun
        ? undefined
        : (result) => t`${result.counts.created} contacts added, ${result.counts.updated} updated`,
      settled: dryRun ? undefined : refreshContacts,
    }).then((result) => {
      setProgress(null);
      if (!result) return;
      setTrial(result);
      if (!dryRun && result.errors.length === 0) void navigate({ to: '/contacts' });
    });
  const refusals =
    file && trial
      ? refusalsOf(file, trial.errors, ({ field, message }) => {
          const label = labels[field as CsvContactField];
          return label ? t`${label}: ${fieldMessage(message)}` : fieldMessage(message);
        })
      : [];
  const saveErrors = () => {
    if (!file) return;
    const rows = refusals.map(({ line, record, why }) => [
      ...file.header.map((_, column) => record[column] ?? ''),
      String(line),
      why,
    ]);
    downloadFile(
      `${file.name.replace(/\.csv$/i, '')}-errors.csv`,
      csv([[...file.header, t`Line`, t`Error`], ...rows]),
      'text/csv',
    );
    void toastDone(t`Error file saved`);
  };

  return (
    <Page title={t`Import contacts`} crumbs={[{ label: t`Contacts`, to: '/contacts' }]}>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-(--gap)">
        <DropZone
          label={
            file ? t`${file.name}: ${file.records.length} records. Choose another file` : t`Choose a CSV file`
          }
          accept=".csv,text/csv"
          hint={
            unreadable
              ? t`There is no table in this file.`
              : t`The first line names the columns. Any separator will do.`
          }
          onFiles={(files) => void take(files)}
        />
        {file && (
          <>
            <ImportMapping
              file={file}
              mapping={mapping}
              rules={rules}
              onRules={(next) => {
                setRules(next);
                setTrial(null);
              }}
              onMapping={(next) => {
                setMapping(next);
                setTrial(null);
              }}
            />
            {progress !== null && <Progress label={t`Working through the file`} value={progress} />}
            {trial && <ImportOutcome result={trial} refusals={refusals} onSaveErrors={saveErrors} />}
            <Panel>
              <div className="flex flex-wrap items-center justify-end gap-2">
                <Button
                  disabled={progress !== null}
                  onClick={() => void run(true)}
                >{t`Look at what would happen`}</Button>
                <Button
                  variant="primary"
                  disabled={progress !== null}
                  reason={!trial?.dryRun && t`Look at what would happen first.`}
                  onClick={() => void run(false)}
                >
                  {t`Import`}
                </Button>
              </div>
            </Panel>
          </>
        )}
      </div>
    </Page>
  );
}
