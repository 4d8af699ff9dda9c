import type { SettingsView } from '@officina/contracts/tenancy';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';
import { legalChecklist } from './legal-checklist.ts';
import type { SettingsRow } from './load-settings.ts';

export function presentSettings(ctx: Ctx, row: SettingsRow): SettingsView {
  const { logoDocumentId, hourlyRateMinor, updatedAt, ...facts } = row;
  return {
    ...facts,
    hourlyRateCents: hourlyRateMinor,
    logoUrl: logoDocumentId && `/api/tenancy/logo?v=${logoDocumentId}`,
    checklist: legalChecklist(row, row.locale),
    updatedAt: updatedAt.toISOString(),
    abilities: { edit: may(ctx.actor, 'settings.edit') },
  };
}
