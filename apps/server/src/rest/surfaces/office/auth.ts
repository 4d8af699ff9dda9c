import { tokenRequest } from '@officina/contracts/identity-inputs';
import { z } from 'zod';
import { issueToken } from '../../../domains/identity/issue-token.ts';
import { row } from '../../row.ts';
import { id } from './wire.ts';

const ADVISORS: readonly string[] = ['owner', 'admin'];

export const authRows = [
  row({
    method: 'POST',
    path: '/v1/auth/login',
    summary: 'Sign in with e-mail and password; answers an access token',
    tag: 'Authentication',
    operation: issueToken,
    // Pages of programs sign in too: no cookie is read here, and none is set.
    anyOrigin: true,
    body: tokenRequest,
    answer: 'bare',
    present: ({ token, user }) => ({
      data: {
        token,
        user: {
          id: user.ref,
          full_name: user.name,
          role: ADVISORS.includes(user.role) ? 'ADVISOR' : 'SECRETARY',
        },
      },
    }),
    response: z.strictObject({
      token: z.string(),
      user: z.strictObject({ id, full_name: z.string(), role: z.enum(['ADVISOR', 'SECRETARY']) }),
    }),
  }),
];
