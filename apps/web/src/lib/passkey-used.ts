import { stored } from './stored.ts';

/** Whether this browser has made or used a passkey: only then is it worth offering one before it is asked for. */
export const passkeyUsed = stored<'yes' | ''>('officina.passkey', '');
