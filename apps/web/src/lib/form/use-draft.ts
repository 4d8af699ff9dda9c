import { useEffect, useRef, useState } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';

const PAUSE = 400;

/** Keeps unsent input in localStorage while it is typed, and brings it back when the form is opened again. */
export function useDraft<V extends FieldValues>(
  methods: UseFormReturn<V>,
  key: string | undefined,
  defaults: DefaultValues<V>,
) {
  const storageKey = key && `officina.draft.${key}`;
  const [restored, setRestored] = useState(false);
  const timer = useRef(0);

  useEffect(() => {
    if (!storageKey) return;
    const kept = localStorage.getItem(storageKey);
    if (kept) {
      methods.reset(JSON.parse(kept) as V, { keepDefaultValues: true });
      setRestored(true);
    }
    const watching = methods.watch((values) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(
        () => localStorage.setItem(storageKey, JSON.stringify(values)),
        PAUSE,
      );
    });
    return () => watching.unsubscribe();
  }, [methods, storageKey]);

  const forget = () => {
    window.clearTimeout(timer.current);
    if (storageKey) localStorage.removeItem(storageKey);
    setRestored(false);
  };
  const discard = () => {
    methods.reset(defaults);
    // The reset itself is watched and would be kept again.
    setTimeout(forget);
  };
  return { restored, forget, discard };
}
