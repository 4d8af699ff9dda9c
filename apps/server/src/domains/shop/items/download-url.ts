import type { Ctx } from '../../../kernel/context.ts';

/** Where a buyer fetches what they bought: it takes the token and its owner's session. */
export const downloadUrl = (ctx: Ctx, grantId: string, token: string): string =>
  `${ctx.services.config.publicUrl}/api/payments/downloads/${grantId}?token=${token}`;
