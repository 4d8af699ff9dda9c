import type { WriteCtx } from '../../../kernel/context.ts';
import type { Asked } from './enforce.ts';

/** The journal's entry of a refused action: what was asked, why not, and where. */
export async function recordDenial(
  ctx: WriteCtx,
  path: string,
  { action, standing, place = {} }: Asked,
  code: string,
): Promise<void> {
  const { enrolled, state, userId, contactId } = standing;
  const { partnerId = null, shopId = null, siteId = null } = place;
  ctx.record({
    verb: 'enrollment.denied',
    subject: enrolled ? { type: 'enrollment', id: enrolled.enrollment.id } : { type: 'user', id: userId },
    contactId,
    after: { action, code, state, partnerId, shopId, siteId, path, userId },
  });
}
