import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';

/** The record as colleagues left it, and who they are. */
export interface Latest<V> {
  version: number;
  values: V;
  /** Names of who changed it since, the last one first; empty when that may not be known. */
  by: string[];
  /** ISO instant of the last change. */
  at: string | null;
}

/** Makes a form one of an existing record: it saves against the version that it was opened with. */
export interface Edited<V> {
  id: string;
  version: number;
  /** Reads the record anew, because it is no longer at `version`. */
  latest: (version: number) => Promise<Latest<V>>;
}

/** A field that a colleague changed, and what stands against it. */
export interface Contested {
  name: string;
  theirs: unknown;
  mine: unknown;
  /** Whether it was changed here too; else theirs is taken unless somebody says otherwise. */
  both: boolean;
}

export interface Conflict {
  by: string[];
  at: string | null;
  fields: Contested[];
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What a form would overwrite: fields that differ between how the record was when the form was opened (`base`) and how it
 * is now (`theirs`), unless both sides came to the same.
 */
export function contestedFields(base: FieldValues, mine: FieldValues, theirs: FieldValues): Contested[] {
  return Object.keys(theirs)
    .filter((name) => !same(base[name], theirs[name]) && !same(mine[name], theirs[name]))
    .map((name) => ({
      name,
      theirs: theirs[name],
      mine: mine[name],
      both: !same(base[name], mine[name]),
    }));
}

/** Puts the form onto the record as it is now: what was typed stays, what only colleagues changed is taken over. */
export function rebase<V extends FieldValues>(methods: UseFormReturn<V>, base: V, theirs: V): void {
  const mine = methods.getValues();
  methods.reset(theirs);
  for (const name of Object.keys(theirs)) {
    if (!same(base[name], mine[name]) && !same(mine[name], theirs[name])) choose(methods, name, mine[name]);
  }
}

/** Gives a contested field one of its two values. */
export function choose<V extends FieldValues>(methods: UseFormReturn<V>, name: string, value: unknown): void {
  methods.setValue(name as Path<V>, value as PathValue<V, Path<V>>, { shouldDirty: true });
}
