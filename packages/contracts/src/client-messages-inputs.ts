import { keyset } from './fields.ts';
import { byClientRef, recordRef } from './office-fields.ts';

/** The messages to a client; with a binder, those that report on it. */
export const clientMessageList = byClientRef.extend({ binderRef: recordRef.optional(), ...keyset });
