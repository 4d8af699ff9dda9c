import { homeOf } from '../../../kernel/addresses.ts';
import type { Ctx } from '../../../kernel/context.ts';

/** Where a buyer fetches what they bought: it takes the token and its owner's session. */
export const downloadUrl = (ctx: Ctx, grantId: string, token: string): string =>
  `${homeOf(ctx)}/api/payments/downloads/${grantId}?token=${token}`;
