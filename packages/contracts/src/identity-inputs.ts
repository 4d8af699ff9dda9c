import { z } from 'zod';
import { email } from './fields.ts';

export const signIn = z.object({
  email,
  password: z.string({ error: 'Required' }).min(1, 'Required').max(200, 'Must be at most 200 characters'),
});
