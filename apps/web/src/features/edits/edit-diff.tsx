import { useLingui } from '@lingui/react/macro';
import type { Edit } from '@officina/contracts/edits';
import { ArrowRight } from 'lucide-react';
import { useEditWords } from '../../shell/portal/edit-words.ts';
import { Panel } from '../../ui/panel.tsx';

/** Field by field: what stood there, and what is to stand there. */
export function EditDiff({ edit }: { edit: Edit }) {
  const { t } = useLingui();
  const { fieldWord, print } = useEditWords();
  const none = t`Nothing`;
  return (
    <Panel title={t`What changes`} flush>
      <dl className="divide-y border-t">
        {edit.diff.map(({ field, from, to }) => (
          <div key={field} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="text-ink-muted">{fieldWord(field)}</dt>
            <dd className="flex flex-wrap items-start gap-x-3 gap-y-1">
              <Value text={print(edit.entityType, field, from)} none={none} old label={t`Before`} />
              <ArrowRight aria-hidden className="mt-1 size-4 shrink-0 text-ink-faint rtl:rotate-180" />
              <Value text={print(edit.entityType, field, to)} none={none} label={t`After`} />
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

interface ValueProps {
  text: string | null;
  none: string;
  label: string;
  old?: boolean;
}

function Value({ text, none, label, old }: ValueProps) {
  const look = text === null ? 'text-ink-faint italic' : old ? 'text-ink-muted line-through' : 'font-medium';
  return (
    <span dir="auto" className={`min-w-0 whitespace-pre-line break-words ${look}`}>
      <span className="sr-only">{label}: </span>
      {text ?? none}
    </span>
  );
}
