import { z } from 'zod';
import { keyset } from './fields.ts';
import { SCOPE_STATUSES } from './portal.ts';
import { knownVersion, portalId, portalNote, portalText, wholeMoney } from './portal-fields.ts';

const title = portalText(2, 200);
const fixedPriceEUR = wholeMoney(1000);
const scopeSummary = portalText(10, 5000);
const deliverables = z.array(portalText(1, 200)).min(1, 'Required').max(50);

export const scopeList = z.object({
  ...keyset,
  status: z.enum(SCOPE_STATUSES).optional(),
  engagementId: portalId.optional(),
  inquiryId: portalId.optional(),
});

const facts = {
  title: title.optional(),
  fixedPriceEUR: fixedPriceEUR.optional(),
  scopeSummary: scopeSummary.optional(),
  deliverables: deliverables.optional(),
};

/** For an inquiry, what is left out is filled in; for an engagement all of it is required. */
export const scopeCreate = z
  .object({ inquiryId: portalId.nullish(), engagementId: portalId.nullish(), ...facts })
  .superRefine((scope, context) => {
    const missing = (field: string) =>
      context.addIssue({ code: 'custom', path: [field], message: 'Required' });
    if (Boolean(scope.inquiryId) === Boolean(scope.engagementId))
      context.addIssue({
        code: 'custom',
        path: ['engagementId'],
        message: 'Name an inquiry or an engagement',
      });
    if (scope.engagementId)
      for (const field of ['title', 'fixedPriceEUR', 'scopeSummary', 'deliverables'] as const)
        if (scope[field] === undefined) missing(field);
  });

export const scopeUpdate = z.object({
  id: portalId,
  version: knownVersion,
  ...facts,
  status: z.enum(['sent']).optional(),
});

export const scopeDecision = z.object({ id: portalId, note: portalNote(240) });
