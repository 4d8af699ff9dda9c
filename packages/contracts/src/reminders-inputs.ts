import { z } from 'zod';
import { keyset } from './fields.ts';

export const reminderRunList = z.object(keyset);
