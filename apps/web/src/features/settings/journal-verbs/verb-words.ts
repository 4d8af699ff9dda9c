import type { MessageDescriptor } from '@lingui/core';

/** What the journal's verbs are called. */
export type VerbWords = Record<string, MessageDescriptor>;
