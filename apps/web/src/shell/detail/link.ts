/** A link among the facts of a record. */
export const LINK = 'font-medium text-accent-ink underline-offset-2 hover:underline';
