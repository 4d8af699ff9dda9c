import type { ChangeStatus, EditedEntity, EditKind, EditStatus } from './portal.ts';

/** On which side of the portal somebody stands, as far as edits are concerned. */
export type EditSide = 'admin' | 'staff' | 'client';

export interface EditRule {
  /** For whom it is applied at once; for everybody else it waits for an approved change request. */
  atOnce: 'admin' | 'staff' | 'everyone' | 'nobody';
  /** A client may not even propose it. */
  staffOnly?: true;
}

const staff: EditRule = { atOnce: 'staff' };
const everyone: EditRule = { atOnce: 'everyone' };
const controlled: EditRule = { atOnce: 'nobody' };
const hidden = (rule: EditRule): EditRule => ({ ...rule, staffOnly: true });

/** The fields that edits may change; no others. Source: portal specification §4.2. */
export const EDIT_RULES: Record<EditedEntity, Record<string, EditRule>> = {
  engagement: {
    title: staff,
    ownerId: hidden(staff),
    startDate: staff,
    targetDate: staff,
    procurementRef: controlled,
    purchaseOrderRef: controlled,
    costCenter: controlled,
  },
  scope: { scopeSummary: controlled, deliverablesJson: controlled, fixedPriceEUR: controlled },
  change_request: { title: everyone, description: everyone },
  invoice: {
    internalNote: hidden(staff),
    paidAt: hidden({ atOnce: 'admin' }),
    amountEUR: controlled,
    currency: controlled,
    issueDate: controlled,
    dueDate: controlled,
    referencePO: controlled,
  },
  document: {
    label: staff,
    description: staff,
    category: hidden(staff),
    engagementId: hidden(controlled),
    inquiryId: hidden(controlled),
  },
  deliverable: { title: controlled, status: controlled, documentId: controlled },
  milestone: { title: controlled, status: controlled, dueDate: controlled },
};

export type EditFate = 'at_once' | 'approval' | 'refused';

const RANK: Record<EditSide, number> = { client: 0, staff: 1, admin: 2 };
const NEEDED: Record<EditRule['atOnce'], number> = { everyone: 0, staff: 1, admin: 2, nobody: 3 };

/** What becomes of a change of this field when this side asks for it. */
export function fateOfEdit(entity: EditedEntity, field: string, side: EditSide): EditFate {
  const rules = EDIT_RULES[entity];
  const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
  if (!rule || (rule.staffOnly && side === 'client')) return 'refused';
  return RANK[side] >= NEEDED[rule.atOnce] ? 'at_once' : 'approval';
}

/** A value of a field, as views print it. */
export type FieldValue = string | number | boolean | null | string[];

/** One field of an edit: what stood there when it was submitted, and what is to stand there. */
export interface FieldChange {
  field: string;
  from: FieldValue;
  to: FieldValue;
}

/** An edit as the portal's contract prints it. Values are those of the views. */
export interface EditView {
  id: string;
  orgId: string;
  entityType: EditedEntity;
  entityId: string;
  createdByUserId: string;
  kind: EditKind;
  status: EditStatus;
  reason: string;
  diff: FieldChange[];
  linkedChangeRequestId: string | null;
  resolvedByUserId: string | null;
  resolvedAt: string | null;
  rejectionNote: string | null;
  createdAt: string;
  updatedAt: string;
}

/** With what screens need besides. */
export interface Edit extends EditView {
  /** What the edited record is called now. */
  entityTitle: string;
  engagement: { id: string; title: string } | null;
  organization: { id: string; name: string };
  createdBy: { id: string; name: string };
  resolvedBy: { id: string; name: string } | null;
  changeRequest: { id: string; title: string; status: ChangeStatus } | null;
  abilities: { resolve: boolean; apply: boolean; link: boolean };
}

export interface SubmittedEdit {
  ok: true;
  status: 'applied' | 'pending_approval';
  editEventId: string;
}
