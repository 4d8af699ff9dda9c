import { isEditableScope, type Scope } from '@officina/contracts/scopes';
import { scopeUpdate } from '@officina/contracts/scopes-inputs';
import { toDate } from '../../../kernel/clock.ts';
import type { WriteCtx } from '../../../kernel/context.ts';
import { AppError } from '../../../kernel/errors.ts';
import { write } from '../../../kernel/operation.ts';
import { checkVersion } from '../../../kernel/version.ts';
import { tellPortal } from '../../notifications/tell-portal.ts';
import { mailClients } from '../mail-clients.ts';
import { minorOf } from '../portal-print.ts';
import { readScope } from './scope-reads.ts';
import { holdScope, type ScopeRow } from './scope-row.ts';
import { storeScope } from './store-scope.ts';

/** The organisation hears of a scope in the bell and by mail. */
async function tellSent(ctx: WriteCtx, { id, orgId }: ScopeRow, title: string): Promise<void> {
  await tellPortal(ctx, { orgId }, 'scope_sent', { entityType: 'scope', entityId: id, body: title });
  await mailClients(ctx, orgId, {
    subject: 'A scope proposal waits for your decision',
    lines: [title],
    path: `/portal/scopes/${id}`,
  });
}

/** Changes a draft or a sent scope, and sends it with `status: 'sent'`. BAD_REQUEST for one that is decided. */
export const updateScope = write({
  name: 'scopes.update',
  permission: 'portal.scopes.write',
  input: scopeUpdate,
  async run(ctx, { id, version, fixedPriceEUR, status, ...texts }): Promise<Scope> {
    const row = await holdScope(ctx, id);
    if (!isEditableScope(row.status)) throw new AppError('BAD_REQUEST', 'Scope locked');
    checkVersion(row, version);
    const sends = status === 'sent' && row.status === 'draft';
    const next = {
      ...texts,
      fixedPriceMinor: minorOf(fixedPriceEUR),
      ...(sends && { status: 'sent' as const, sentAt: toDate(ctx.now) }),
    };
    await storeScope(ctx, row, next, sends ? 'sent' : 'updated');
    if (sends) await tellSent(ctx, row, texts.title ?? row.title);
    return readScope(ctx, id);
  },
});
