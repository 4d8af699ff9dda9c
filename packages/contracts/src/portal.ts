/** Words of the consultancy: its organisations, inquiries, engagements and what belongs to them. Source: portal specification. */

export const ORG_STANDINGS = ['prospect', 'client', 'internal'] as const;
export type OrgStanding = (typeof ORG_STANDINGS)[number];

export const PURCHASE_TYPES = ['scope', 'deposit'] as const;
export type PurchaseType = (typeof PURCHASE_TYPES)[number];

export const INQUIRY_KINDS = ['consulting', 'training'] as const;
export type InquiryKind = (typeof INQUIRY_KINDS)[number];
export const INQUIRY_STATUSES = ['new', 'triaged', 'converted', 'closed'] as const;
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number];
export const TIMEFRAMES = ['Immediate', '1-3 months', 'Strategic'] as const;
export type Timeframe = (typeof TIMEFRAMES)[number];
export const DELIVERY_MODES = ['remote', 'hybrid', 'on-site'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

export const ENGAGEMENT_STAGES = [
  'triage',
  'scope_pack',
  'sow',
  'delivery',
  'handover',
  'ongoing',
  'closed',
] as const;
export type EngagementStage = (typeof ENGAGEMENT_STAGES)[number];
export const ENGAGEMENT_STATUSES = ['on_track', 'at_risk', 'blocked', 'completed'] as const;
export type EngagementStatus = (typeof ENGAGEMENT_STATUSES)[number];

export const SCOPE_STATUSES = ['draft', 'sent', 'approved', 'rejected'] as const;
export type ScopeStatus = (typeof SCOPE_STATUSES)[number];
export const MILESTONE_STATUSES = ['planned', 'in_progress', 'complete'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];
export const DELIVERABLE_STATUSES = ['draft', 'review', 'approved'] as const;
export type DeliverableStatus = (typeof DELIVERABLE_STATUSES)[number];

export const CHANGE_IMPACTS = ['scope', 'schedule', 'cost', 'risk'] as const;
export type ChangeImpact = (typeof CHANGE_IMPACTS)[number];
export const CHANGE_SEVERITIES = ['low', 'med', 'high'] as const;
export type ChangeSeverity = (typeof CHANGE_SEVERITIES)[number];
export const CHANGE_STATUSES = [
  'proposed',
  'needs_info',
  'approved',
  'rejected',
  'implemented',
  'cancelled',
] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

export const EDITED_ENTITIES = [
  'engagement',
  'scope',
  'change_request',
  'invoice',
  'document',
  'deliverable',
  'milestone',
] as const;
export type EditedEntity = (typeof EDITED_ENTITIES)[number];
export const EDIT_KINDS = ['minor_edit', 'controlled_edit', 'archive'] as const;
export type EditKind = (typeof EDIT_KINDS)[number];
export const EDIT_STATUSES = ['applied', 'pending_approval', 'rejected'] as const;
export type EditStatus = (typeof EDIT_STATUSES)[number];

export const ENGAGEMENT_DOCUMENT_CATEGORIES = [
  'nda',
  'sow',
  'contract',
  'deliverable',
  'report',
  'invoice',
  'client_input',
  'evidence',
  'other',
] as const;
export type EngagementDocumentCategory = (typeof ENGAGEMENT_DOCUMENT_CATEGORIES)[number];

export const TALENT_STATUSES = ['NEW', 'REVIEWED', 'APPROVED', 'ARCHIVED'] as const;
export type TalentStatus = (typeof TALENT_STATUSES)[number];
export const TALENT_CONTACT_STATUSES = ['NOT_CONTACTED', 'CONTACTED', 'RESPONDED', 'ONBOARDED'] as const;
export type TalentContactStatus = (typeof TALENT_CONTACT_STATUSES)[number];
