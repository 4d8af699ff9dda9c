import type { TalentFacts, TalentItem } from '@officina/contracts/talent';
import type { talentSignal } from '@officina/contracts/talent-inputs';
import type { talentProfiles } from '@officina/db/schema/talent';
import type { output } from 'zod';
import { may } from '../../kernel/authorize.ts';
import type { Ctx } from '../../kernel/context.ts';

export type TalentRow = typeof talentProfiles.$inferSelect;

/** What a form says of the expert: each role once, the primary one not again among the others. */
export const factsOf = (signal: output<typeof talentSignal>): TalentFacts => ({
  fullName: signal.fullName,
  email: signal.email,
  locationTimezone: signal.locationTimezone ?? null,
  linkedInUrl: signal.linkedInUrl ?? null,
  primaryRole: signal.primaryRole,
  secondaryRoles: [...new Set(signal.secondaryRoles)].filter((role) => role !== signal.primaryRole),
  domains: signal.domains,
  seniority: signal.seniority,
  availabilityWindow: signal.availabilityWindow,
  engagementModes: signal.engagementModes,
  languages: signal.languages,
  rateBand: signal.rateBand ?? null,
});

/** What only this domain ever writes into `facts` and into the payload of a signal. */
export const storedFacts = (facts: Record<string, unknown>): TalentFacts => facts as unknown as TalentFacts;

export interface SignalPayload {
  raw: TalentFacts;
  meta: { ip: string | null; locale: string | null; userAgent: string | null; submittedAt: string };
}

export function presentTalent(ctx: Ctx, row: TalentRow & { signals: number }): TalentItem {
  return {
    id: row.id,
    contactId: row.contactId,
    ...storedFacts(row.facts),
    status: row.status,
    contactStatus: row.contactStatus,
    lastContactedAt: row.lastContactedAt?.toISOString() ?? null,
    notes: row.notes,
    updatePending: row.updatePending,
    signals: row.signals,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    abilities: { edit: may(ctx.actor, 'portal.talent.manage') },
  };
}
