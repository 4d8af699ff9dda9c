import { createHmac, randomInt } from 'node:crypto';
import type { Services } from '../../../kernel/services.ts';

/** Without those that are read for others. */
const SYMBOLS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const four = () => Array.from({ length: 4 }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');

/** `XXXX-XXXX`: 40 random bits. */
export const newBackupCode = (): string => `${four()}-${four()}`;

/** What is kept of a code. So few bits need a key of ours, lest a copy of the table be tried out. */
export const backupCodeHash = (services: Services, userId: string, typed: string): string =>
  createHmac('sha256', services.keyFor('backup codes'))
    .update(`${userId}:${typed.toUpperCase().replace(/[^A-Z0-9]/g, '')}`)
    .digest('hex');
