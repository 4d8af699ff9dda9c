/** Words and views of the advisory office: its clients, binders and charges. Source: office specification. */

export const CLIENT_TYPES = ['osek_patur', 'osek_murshe', 'company', 'employee'] as const;
export type ClientType = (typeof CLIENT_TYPES)[number];

export const CLIENT_STATUSES = ['active', 'frozen', 'closed'] as const;
export type ClientStatus = (typeof CLIENT_STATUSES)[number];

export const BINDER_STATUSES = ['in_office', 'ready_for_pickup', 'returned'] as const;
export type BinderStatus = (typeof BINDER_STATUSES)[number];

export const WORK_STATES = ['waiting_for_work', 'in_progress', 'completed'] as const;
export type WorkState = (typeof WORK_STATES)[number];

export const SLA_STATES = ['on_track', 'approaching', 'overdue'] as const;
export type SlaState = (typeof SLA_STATES)[number];

/** In the order in which they are always listed. */
export const BINDER_SIGNALS = [
  'missing_permanent_documents',
  'near_sla',
  'overdue',
  'ready_for_pickup',
  'unpaid_charges',
  'idle_binder',
] as const;
export type BinderSignal = (typeof BINDER_SIGNALS)[number];

export const CHARGE_TYPES = ['retainer', 'one_time'] as const;
export type ChargeType = (typeof CHARGE_TYPES)[number];

export const CHARGE_STATUSES = ['draft', 'issued', 'paid', 'canceled'] as const;
export type ChargeStatus = (typeof CHARGE_STATUSES)[number];

/** The documents that every client's file must hold, in the order in which they are listed. */
export const PERMANENT_DOCUMENTS = ['id_copy', 'power_of_attorney', 'engagement_agreement'] as const;
export type PermanentDocument = (typeof PERMANENT_DOCUMENTS)[number];

/** What a message to a client reports. */
export const MESSAGE_TRIGGERS = [
  'binder_received',
  'binder_approaching_sla',
  'binder_overdue',
  'binder_ready_for_pickup',
  'manual_payment_reminder',
] as const;
export type MessageTrigger = (typeof MESSAGE_TRIGGERS)[number];

export const REMINDER_RUN_STATUSES = ['running', 'completed', 'completed_with_errors'] as const;
export type ReminderRunStatus = (typeof REMINDER_RUN_STATUSES)[number];

/** A binder's promise to be handed back, in days from its receipt. */
export const SLA_DAYS = 90;
/** From how many remaining days a binder counts as near its promise. */
export const APPROACHING_DAYS = 15;
/** From how many days without work a binder counts as idle. */
export const IDLE_DAYS = 14;
