/** What a page asks first. */
export interface FirstQuestion {
  /** Name of a tRPC query. */
  procedure: string;
  input: Record<string, unknown>;
  /** The first page of a list that goes on. */
  paged: boolean;
}

/** An answer that the server has written into the page. */
export interface FirstAnswer extends FirstQuestion {
  data: unknown;
}
