import { useLingui } from '@lingui/react/macro';
import type { EditedEntity, EditKind, EditStatus } from '@officina/contracts/portal';
import { dateTime } from '../../lib/format.ts';
import { day, euros } from './figures.ts';
import { usePortalWords } from './words.ts';

/** The words of controlled edits, and their values as a reader writes them. */
export function useEditWords() {
  const { t } = useLingui();
  const { milestoneStatuses, deliverableStatuses, categories } = usePortalWords();
  const statuses: Record<EditStatus, string> = {
    applied: t({ context: 'edit', message: 'Applied' }),
    pending_approval: t({ context: 'edit', message: 'Waits for approval' }),
    rejected: t({ context: 'edit', message: 'Rejected' }),
  };
  const kinds: Record<EditKind, string> = {
    minor_edit: t`Minor edit`,
    controlled_edit: t`Controlled edit`,
    archive: t`Archiving`,
  };
  const entities: Record<EditedEntity, string> = {
    engagement: t`Engagement`,
    scope: t`Scope proposal`,
    change_request: t`Change request`,
    invoice: t`Invoice`,
    document: t`Document`,
    deliverable: t`Deliverable`,
    milestone: t`Milestone`,
  };
  const fields: Record<string, string> = {
    title: t`Title`,
    ownerId: t`Owner`,
    startDate: t`Begins`,
    targetDate: t`Ends`,
    procurementRef: t`Procurement`,
    purchaseOrderRef: t`Purchase order`,
    costCenter: t`Cost centre`,
    scopeSummary: t`Summary`,
    deliverablesJson: t`Deliverables`,
    fixedPriceEUR: t`Fixed price`,
    description: t`Description`,
    internalNote: t`Internal note`,
    paidAt: t`Paid`,
    amountEUR: t`Amount`,
    currency: t`Currency`,
    issueDate: t`Issued`,
    dueDate: t`Due`,
    referencePO: t`PO number`,
    label: t`Label`,
    category: t`Category`,
    engagementId: t`Engagement`,
    inquiryId: t`Inquiry`,
    status: t`Status`,
    documentId: t`Document`,
    archivedAt: t`Archived`,
    archiveReason: t`Reason`,
  };
  const words: Record<string, Record<string, string>> = {
    milestone: milestoneStatuses,
    deliverable: deliverableStatuses,
  };
  /** A value as it is read, null for none. */
  const print = (entity: EditedEntity, field: string, value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return null;
    if (Array.isArray(value)) return value.join('\n');
    if (/^(start|target|issue|due)Date$/.test(field)) return day(String(value));
    if (/At$/.test(field)) return dateTime(String(value));
    if (field === 'fixedPriceEUR' || field === 'amountEUR') return euros(Number(value));
    if (field === 'status') return words[entity]?.[String(value)] ?? String(value);
    if (field === 'category') return categories[value as keyof typeof categories] ?? String(value);
    return String(value);
  };
  const fieldWord = (field: string): string => fields[field] ?? field;
  return { statuses, kinds, entities, fieldWord, print };
}
