import type { BulkResult } from '@officina/contracts/bulk';
import type { ReactNode } from 'react';

/** A record that a bulk action is about; once it is done, with what taking it back needs. */
export interface BulkRow {
  id: string;
  /** The number by which some records are addressed. */
  ref?: number;
  name: string;
  /** The fields that changed as they were. */
  before?: Record<string, unknown> | null;
  version?: number | null;
}

export interface BulkChunk {
  run: string;
  rows: BulkRow[];
}

/** Sends a chunk; `args` is what `ask` answered. */
type Send = (chunk: BulkChunk, args: unknown) => Promise<BulkResult>;

/** Something done to every selected row, or to everything that fits the filter. Made of a `…Many` procedure by `each`. */
export interface BulkAction {
  id: string;
  label: string;
  icon: ReactNode;
  danger?: boolean;
  /** Asks first, or gathers what `run` needs; false stops. The answer is kept as JSON, to go on after a reload. */
  ask?: (count: number) => Promise<unknown>;
  run: Send;
  /** Reverses the rows that changed; gives the whole action one undo. */
  undo?: Send;
  /** "12 contacts deleted". */
  done: (count: number) => string;
}

interface Many<I> {
  mutate: (input: { run: string; rows: I[] }) => Promise<BulkResult>;
}

/** `each(api.tasks.updateMany, ({ id }) => ({ id, status: 'done' }))`: what a chunk sends for each row. */
export function each<I extends { id: string }, A = unknown>(
  many: Many<I>,
  input: (row: BulkRow, args: A) => I,
): Send {
  return ({ run, rows }, args) => many.mutate({ run, rows: rows.map((row) => input(row, args as A)) });
}

/** The field of a changed row as it was, for `undo`. */
export const previously = <T>(row: BulkRow, field: string): T => row.before?.[field] as T;

/** The version that an undo expects, so that it overwrites nothing that others wrote since. */
export const unlessChanged = (row: BulkRow) => ({ id: row.id, version: row.version ?? undefined });
