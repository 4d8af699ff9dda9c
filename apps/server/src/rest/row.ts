import type { Readable } from 'node:stream';
import type { input as InputOf, ZodType } from 'zod';
import type { Operation } from '../kernel/operation.ts';
import type { FormLimits } from '../kernel/received-file.ts';
import type { PublicConfig } from '../kernel/services.ts';
import type { Credential, Failures } from './dialect.ts';

/** A file that an operation answers with; rows of kind `file` send it as an attachment unless it says otherwise. */
export type FileView = {
  filename: string;
  contentType: string;
  /** Shown by the browser rather than saved. */
  inline?: boolean;
  /** Of content whose length is known before it is sent. */
  size?: number;
} & ({ bytes: Buffer } | { content: Readable });

/** The file of a row whose body is a multipart form. Its part has the name of the operation's field. */
export interface UploadPart extends FormLimits {
  contentTypes: readonly string[];
  /** The operation says what it means that there is none. */
  optional?: boolean;
}

/** What a `present` function returns: the data, and keys that stand beside it in the envelope. */
export interface Presented {
  data: unknown;
  beside?: Record<string, unknown>;
}

/** What tells rows of two contracts on one path apart: what the request carries anyway. */
export interface Carried {
  authorization: string | undefined;
  contentType: string;
  /** The JSON object of the body; null where it is none. */
  body(): Promise<Record<string, unknown> | null>;
}

type WordOf<E> = E extends object ? keyof E & string : never;
/** The words of an input, and of the elements of its lists. */
type WordsOf<T> =
  | (keyof T & string)
  | { [K in keyof T]: NonNullable<T[K]> extends readonly (infer E)[] ? WordOf<E> : never }[keyof T];

interface RowBase<S extends ZodType, R> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api, with `:name` for path parameters, which go to the operation under their own names. */
  path: string;
  /**
   * Of several rows with one method and path the first that claims a request answers it. The row that claims nothing
   * takes the rest, and is the last of them.
   */
  claims?: (request: Carried) => boolean | Promise<boolean>;
  summary: string;
  tag: string;
  operation: Operation<S, R>;
  /** Wire form of the path's parameters → part of the operation's input; without it they go under their own names. */
  params?: ZodType<Partial<InputOf<S>>>;
  /** Wire form of the query string → part of the operation's input. */
  query?: ZodType<Partial<InputOf<S>>>;
  /** Wire form of the JSON body, or of a form's text fields → part of the operation's input. */
  body?: ZodType<Partial<InputOf<S>>>;
  /** Request header → the field of the operation's input in which its text goes. */
  headers?: Record<string, keyof InputOf<S> & string>;
  /** The body is a multipart form with this file. */
  upload?: UploadPart;
  /** Operation's field, or one of its lists' elements → its name on the wire, for faults that the operation alone can find. */
  fields?: Partial<Record<WordsOf<InputOf<S>>, string>>;
  /** Success status; 200 when left out. */
  status?: 200 | 201 | 202;
  /** How its errors are told where the contract says so for it alone; else in the words of the dialect. */
  failures?: Failures;
  /** With what one asks, where not with what the surface's other rows take. */
  credential?: Credential;
  /**
   * Requests of one address within a window, counted before anything is read of them; `bucket` names the counter. Of
   * `visitorsOnly`, those of whoever is signed in do not count.
   */
  attempts?: { bucket: string; limit: number; windowSeconds: number; visitorsOnly?: boolean };
  /** Whether the deployment has it at all; NOT_FOUND, before anything is asked of the caller, where it has not. */
  switchedOn?: (config: PublicConfig) => boolean;
  /** A public form that other sites may post to: it does nothing in the name of whoever is signed in. */
  anyOrigin?: boolean;
}

export interface JsonRow<S extends ZodType, R> extends RowBase<S, R> {
  /** Data for the dialect's envelope (`data`), or the whole body (`bare`). */
  answer: 'data' | 'bare';
  present(view: R): Presented;
  /** Schema of the whole body, envelope included; tests hold every answer against it. */
  response: ZodType;
  /**
   * A repeat under the same `Idempotency-Key` is answered as the first request was, and changes nothing. Operation and
   * answer share a transaction, so the operation calls nobody outside.
   */
  idempotent?: boolean;
  /** Opens the session whose token the view carries, or closes the one presented. */
  session?: { open: (view: R) => string } | 'close';
}

export interface FileRow<S extends ZodType, R extends FileView> extends RowBase<S, R> {
  answer: 'file';
  /** What it may be. */
  contentTypes: readonly string[];
}

/** Answers with where to go on: a hosted page, or a page of ours. */
export interface RedirectRow<S extends ZodType, R> extends RowBase<S, R> {
  answer: 'redirect';
  /** 303 unless the contract says otherwise. */
  redirect?: 302 | 303;
  /** An absolute URL, or a path of ours. */
  to(view: R): string;
  session?: { open: (view: R) => string | null } | 'close';
}

// biome-ignore-start lint/suspicious/noExplicitAny: rows of one table have different operations; `row` checks each.
export type AnyJsonRow = JsonRow<any, any>;
export type RestRow = AnyJsonRow | FileRow<any, any> | RedirectRow<any, any>;
// biome-ignore-end lint/suspicious/noExplicitAny: the rows above

/** Checks one row of a surface's table against its operation's input and view. */
export const row = <S extends ZodType, R>(definition: JsonRow<S, R>): RestRow => definition;
export const fileRow = <S extends ZodType, R extends FileView>(definition: FileRow<S, R>): RestRow =>
  definition;
export const redirectRow = <S extends ZodType, R>(definition: RedirectRow<S, R>): RestRow => definition;
