import type { SavedViewView } from '@officina/contracts/preferences';
import type { savedViews } from '@officina/db/schema/preferences';
import { may, requireUser } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';

export type ViewRow = typeof savedViews.$inferSelect;

/** Whoever may settle things for the firm may also put its shared views in order. */
export const tidies = (ctx: Ctx): boolean => may(ctx.actor, 'settings.edit');

type Shown = Pick<ViewRow, 'id' | 'list' | 'label' | 'params' | 'shared' | 'ownerId' | 'version'>;

export function presentView(ctx: Ctx, row: Shown, ownerName: string): SavedViewView {
  const { id, list, label, params, shared, ownerId, version } = row;
  const own = ownerId === requireUser(ctx.actor).id;
  return {
    id,
    list,
    label,
    params,
    shared,
    owner: own ? null : { id: ownerId, name: ownerName },
    version,
    abilities: { edit: own || tidies(ctx), share: own },
  };
}
