import { useRef, useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { useRecordChange } from '../record-changes.ts';
import { type Conflict, contestedFields, type Edited, rebase } from './conflict.ts';

/**
 * Watches over the record that a form edits. `version` is what a save names; `meet` finds out what colleagues changed,
 * and answers whether there is something to decide before the form can be sent again.
 */
export function useConflict<V extends FieldValues>(
  methods: UseFormReturn<V>,
  edited: Edited<V> | undefined,
  defaults: DefaultValues<V>,
) {
  const base = useRef({ version: edited?.version, values: defaults as V });
  const meeting = useRef<Promise<boolean> | null>(null);
  const saving = useRef(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);

  async function compare(): Promise<boolean> {
    const { version, values } = base.current;
    if (!edited || version === undefined) return false;
    const latest = await edited.latest(version);
    if (latest.version === version) return false;
    const dirty = methods.formState.isDirty;
    const fields = contestedFields(values, methods.getValues(), latest.values);
    rebase(methods, values, latest.values);
    base.current = { version: latest.version, values: latest.values };
    // What was open from before stays so, unless it has come to the same meanwhile.
    setConflict((before) => {
      const older = before?.fields.filter(({ name }) => fields.every((field) => field.name !== name)) ?? [];
      const all = dirty ? [...older, ...fields] : [];
      return all.length > 0 ? { by: latest.by, at: latest.at, fields: all } : null;
    });
    return dirty && fields.length > 0;
  }

  function meet(): Promise<boolean> {
    meeting.current ??= compare().finally(() => {
      meeting.current = null;
    });
    return meeting.current;
  }

  // A colleague saved while this form is open: better known now than after the last field. Later will do as well.
  useRecordChange(edited?.id, () => {
    if (!saving.current) void meet().catch(() => undefined);
  });

  return {
    conflict,
    meet,
    saving,
    version: () => base.current.version,
    /** After a save the form starts anew from what was sent. */
    settle(values: V, version: number | undefined) {
      base.current = { version, values };
      setConflict(null);
    },
  };
}
