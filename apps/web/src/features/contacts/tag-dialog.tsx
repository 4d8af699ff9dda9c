import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { FormDialog } from '../../lib/form/form-dialog.tsx';
import { TextField } from '../../lib/form/text-fields.tsx';
import { useAppForm } from '../../lib/form/use-app-form.ts';

interface TagChange {
  add: string[];
  remove: string[];
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);

/**
 * Asks which tags to add and to take away, before a bulk action. `change.current` holds the last answer; put `dialog`
 * into the page.
 */
export function useTagQuestion() {
  const [answer, setAnswer] = useState<((go: boolean) => void) | null>(null);
  const change = useRef<TagChange>({ add: [], remove: [] });
  const ask = () => new Promise<boolean>((resolve) => setAnswer(() => resolve));
  const end = (asked: TagChange | null) => {
    if (asked) change.current = asked;
    answer?.(asked !== null);
    setAnswer(null);
  };
  const dialog: ReactNode = answer && <TagDialog onAnswer={end} />;
  return { ask, change, dialog };
}

function TagDialog({ onAnswer }: { onAnswer: (change: TagChange | null) => void }) {
  const { t } = useLingui();
  const form = useAppForm({
    defaults: { add: '', remove: '' },
    guard: false,
    submit: async ({ add, remove }) => ({ add: listOf(add), remove: listOf(remove) }),
    done: (asked) => onAnswer(asked.add.length + asked.remove.length > 0 ? asked : null),
  });
  return (
    <FormDialog form={form} title={t`Tags`} size="sm" submitLabel={t`Apply`} onClose={() => onAnswer(null)}>
      <TextField name="add" label={t`Add`} hint={t`Separated by commas`} autoFocus />
      <TextField name="remove" label={t`Take away`} hint={t`Separated by commas`} />
    </FormDialog>
  );
}
