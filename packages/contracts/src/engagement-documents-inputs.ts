import { z } from 'zod';
import { keyset } from './fields.ts';
import { ENGAGEMENT_DOCUMENT_CATEGORIES } from './portal.ts';
import { portalId, portalText } from './portal-fields.ts';

/** Fields of a form: what is missing or wrong is told by the operation, in the order of the contract. */
const formText = z.string().max(200).nullish();

export const documentTarget = z.object({
  engagementId: formText,
  inquiryId: formText,
  category: formText,
});

export const documentArchive = z.object({ id: portalId, reason: portalText(5, 1000) });

export const documentList = z.object({
  ...keyset,
  engagementId: portalId.optional(),
  inquiryId: portalId.optional(),
  category: z.enum(ENGAGEMENT_DOCUMENT_CATEGORIES).optional(),
  /** Only archived ones, or only those that are not; all when left out. */
  archived: z.boolean().optional(),
});

/** What is known of a file before its first piece. */
export const uploadBegin = documentTarget.extend({
  filename: z.string().min(1, 'Required').max(1000),
  contentType: z.string().max(200).default(''),
  sizeBytes: z.int().nonnegative(),
  /** Milliseconds since 1970, as the browser knows: an upload of the same file that broke off is gone on with. */
  lastModified: z.int().nonnegative().optional(),
});

export const openUploads = z.object({ engagementId: portalId });

export const uploadPart = z.object({ id: portalId, offset: z.int().nonnegative() });
