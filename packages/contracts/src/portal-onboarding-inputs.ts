import { z } from 'zod';
import { portalId, portalNote, portalText } from './portal-fields.ts';

/** What a client answers when they come in. */
export const portalOnboarding = z.object({
  preferredChannel: portalText(2, 120),
  primaryEngagementId: z.preprocess(
    (value) => (value === '' ? null : value),
    portalId.nullish(),
  ) as unknown as z.ZodOptional<z.ZodNullable<typeof portalId>>,
  ndaStatus: portalText(2, 120),
  accessPreference: portalText(2, 120),
  dataConstraints: portalNote(1000),
  acceptedTerms: z.literal(true),
});
