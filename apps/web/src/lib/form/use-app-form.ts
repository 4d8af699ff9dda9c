import { useEffect, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { ApiError } from '../api-error.ts';
import { type Failure, failureOf, fieldErrors } from '../errors.ts';
import { fieldMessage } from '../field-messages.ts';
import type { Conflict, Edited } from './conflict.ts';
import type { FieldWord } from './field-words.ts';
import { useConflict } from './use-conflict.ts';
import { useDraft } from './use-draft.ts';

interface AppFormOptions<V extends FieldValues, R> {
  /** `null` for what is empty: an empty text field gives "", so say "" for texts. */
  defaults: DefaultValues<V>;
  /** Sends the values; what it throws lands on the fields. Checking is the server's, so that it is written once. */
  submit: (values: V, version?: number) => Promise<R>;
  /** The record that is edited: then `submit` is given the version to name, and nobody's changes are overwritten unseen. */
  edits?: Edited<V>;
  /** What stands in the form after a save, where it stays open; what was sent without it. */
  kept?: (result: R) => V;
  done?: (result: R, values: V) => unknown;
  /** After a refusal, e.g. fetches the record anew: its state may have changed meanwhile. */
  refused?: () => unknown;
  /** Keeps unsent input in this browser under this key until it is sent or discarded. */
  draft?: string;
  /** Asks before leaving with unsent changes; on by default. A form with a draft needs no question. */
  guard?: boolean;
  /** Names of the server that differ from those of the form. */
  rename?: Record<string, string>;
}

export interface AppForm<V extends FieldValues = FieldValues> {
  methods: UseFormReturn<V>;
  submit: () => Promise<void>;
  pending: boolean;
  /** A failure that belongs to no field. */
  failure: Failure | null;
  /** Messages whose field this form does not show. */
  unplaced: string[];
  guarded: boolean;
  draft: { restored: boolean; discard: () => void };
  /** What a colleague changed meanwhile, to be decided before the next save. */
  conflict: Conflict | null;
  words: Map<string, FieldWord>;
  element: React.RefObject<HTMLFormElement | null>;
  /** Lets navigation pass once: `done` usually navigates. */
  sent: React.RefObject<boolean>;
}

/** Thrown inside a form when somebody has to decide first. */
const UNDECIDED = Symbol('undecided');

const versionOf = (result: unknown): number | undefined =>
  (result as { version?: number } | null | undefined)?.version;

/** A form whose judge is the server: its messages land on the fields named, and the focus goes to the first. */
export function useAppForm<V extends FieldValues, R = unknown>(options: AppFormOptions<V, R>): AppForm<V> {
  const methods = useForm<V>({ defaultValues: options.defaults, shouldFocusError: false });
  const element = useRef<HTMLFormElement>(null);
  const sent = useRef(false);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [unplaced, setUnplaced] = useState<string[]>([]);
  const draft = useDraft(methods, options.draft, options.defaults);
  const [focusAsked, setFocusAsked] = useState(0);
  const [words] = useState(() => new Map<string, FieldWord>());
  const guard = useConflict(methods, options.edits, options.defaults);

  useEffect(() => {
    // After the messages are drawn, so that the field is announced together with its own.
    if (focusAsked > 0) element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [focusAsked]);

  function place(found: Failure) {
    const lost: string[] = [];
    for (const { field, message } of fieldErrors(found)) {
      const name = options.rename?.[field] ?? field;
      const shown = element.current?.querySelector(`[name="${CSS.escape(name)}"]`);
      if (shown) methods.setError(name as Path<V>, { type: 'server', message: fieldMessage(message) });
      else lost.push(`${name}: ${fieldMessage(message)}`);
    }
    setUnplaced(lost);
    setFailure(found);
    setFocusAsked((times) => times + 1);
  }

  /** What was typed but could not be read would be sent as if the field were empty. */
  function refuseUnread() {
    const unread = [...(element.current?.querySelectorAll<HTMLInputElement>('[data-unread]') ?? [])];
    const details = unread.map(({ name }) => ({ field: name, message: 'Invalid value' }));
    if (details.length > 0) throw new ApiError('VALIDATION_ERROR', '', details, '');
  }

  /** A save on an older version goes again at once if colleagues changed nothing that stands in this form. */
  async function send() {
    for (;;) {
      const values = methods.getValues();
      try {
        return { values, result: await options.submit(values, guard.version()) };
      } catch (error) {
        const outdated = options.edits && failureOf(error).code === 'VERSION_CONFLICT';
        const before = guard.version();
        if (!outdated) throw error;
        if (await guard.meet()) throw UNDECIDED;
        if (guard.version() === before) throw error;
      }
    }
  }

  async function submit() {
    // A ref, since a double click comes before the next render.
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setFailure(null);
    setUnplaced([]);
    methods.clearErrors();
    guard.saving.current = true;
    try {
      refuseUnread();
      const { values, result } = await send();
      sent.current = true;
      // In this order: the reset itself is watched and would be kept as a draft.
      const kept = options.kept?.(result) ?? values;
      methods.reset(kept);
      draft.forget();
      guard.settle(kept, versionOf(result));
      await options.done?.(result, values);
    } catch (error) {
      if (error !== UNDECIDED) place(failureOf(error));
      void options.refused?.();
    } finally {
      busy.current = false;
      guard.saving.current = false;
      sent.current = false;
      setPending(false);
    }
  }

  return {
    methods,
    submit,
    pending,
    failure,
    unplaced,
    guarded: options.guard !== false && !options.draft,
    draft,
    conflict: guard.conflict,
    words,
    element,
    sent,
  };
}
