import type {
  BinderSignal,
  BinderStatus,
  ClientStatus,
  PermanentDocument,
  SlaState,
  WorkState,
} from './office.ts';
import type { Page } from './paging.ts';

/** What the caller may do with a binder now. */
export interface BinderAbilities {
  /** in_office → ready_for_pickup. */
  ready: boolean;
  /** ready_for_pickup → in_office. */
  undoReady: boolean;
  /** A binder still `in_office` is made ready first (`readyFirst`). */
  return: boolean;
  note: boolean;
}

/** A person named in a record; `ref` is the integer by which programs know the user. */
export interface PersonReference {
  ref: number;
  name: string;
}

/** What is derived from a binder and the tenant's day; never stored. Source: office specification §4.3 to §4.5. */
export interface BinderVerdict {
  isOverdue: boolean;
  /** 0 unless overdue. */
  daysOverdue: number;
  /** Until the promised day; negative once it has passed, null for a returned binder. */
  daysRemaining: number | null;
  /** From receipt to return, or to today. */
  daysInOffice: number;
  /** From receipt to today, also of a returned binder. */
  daysSinceReceived: number;
  /** Since the binder was last worked on. */
  idleDays: number;
  /** Null for a returned binder. */
  slaState: SlaState | null;
  workState: WorkState;
  /** In the fixed order; none for a returned binder. */
  signals: BinderSignal[];
}

/** A binder as every list shows it. `id` names it in the journal and in live changes, `ref` everywhere else. */
export interface BinderView extends BinderVerdict {
  id: string;
  ref: number;
  client: { ref: number; name: string };
  binderNumber: string;
  status: BinderStatus;
  /** Days, YYYY-MM-DD. */
  receivedAt: string;
  expectedReturnAt: string;
  returnedAt: string | null;
  pickupPersonName: string | null;
  notes: string | null;
  receivedBy: PersonReference;
  returnedBy: PersonReference | null;
  /** Grows with every change. */
  version: number;
  abilities: BinderAbilities;
}

/** The changes of status, by journal verb; `null` is a binder that is not there yet. */
export const BINDER_STEPS = {
  'binder.received': { from: null, to: 'in_office' },
  'binder.ready': { from: 'in_office', to: 'ready_for_pickup' },
  'binder.ready_undone': { from: 'ready_for_pickup', to: 'in_office' },
  'binder.returned': { from: 'ready_for_pickup', to: 'returned' },
} as const satisfies Record<string, { from: BinderStatus | null; to: BinderStatus }>;
export type BinderStep = keyof typeof BINDER_STEPS;

/** One change of a binder's status; who made it, which need not be who received or handed over. */
export interface BinderHistoryEntry {
  verb: BinderStep;
  oldStatus: BinderStatus | null;
  newStatus: BinderStatus;
  /** Null where no person acted. */
  changedBy: PersonReference | null;
  /** ISO timestamp. */
  changedAt: string;
  /** Of a return. */
  pickupPersonName: string | null;
}

/** What somebody wrote about the work on a binder. */
export interface BinderNote {
  id: string;
  text: string;
  /** ISO timestamp. */
  at: string;
  by: PersonReference | null;
}

export interface BinderDetail extends BinderView {
  client: { ref: number; name: string; status: ClientStatus; phone: string | null; email: string | null };
  /** Of the client: what the signal `missing_permanent_documents` means. */
  missingDocuments: PermanentDocument[];
  /** Oldest first. */
  history: BinderHistoryEntry[];
  /** Newest first. */
  noteLog: BinderNote[];
}

export const BINDER_TABS = ['open', 'overdue', 'due_today', 'ready', 'returned'] as const;
export type BinderTab = (typeof BINDER_TABS)[number];

/** `returnedAt` orders the tab of returned binders only. */
export const BINDER_SORTS = ['receivedAt', 'expectedReturnAt', 'returnedAt'] as const;
export type BinderSort = (typeof BINDER_SORTS)[number];

/** How many binders each tab holds under the list's filters; exact. */
export type BinderTabCounts = Record<BinderTab, number>;

export interface BinderPage extends Page<BinderView> {
  /** With the first page. */
  counts?: BinderTabCounts;
}

/** What to tell before a binder is received; none of it hinders. */
export interface ReceiveWarnings {
  clientStatus: ClientStatus;
  missingDocuments: PermanentDocument[];
  /** Issued and unpaid. */
  openCharges: number;
  openBinders: number;
}

export interface OfficeSummary {
  bindersInOffice: number;
  bindersReadyForPickup: number;
  /** Derived: overlaps the other two. */
  bindersOverdue: number;
}

export interface OfficeOverview {
  /** Of every status. */
  totalClients: number;
  /** Not returned. */
  activeBinders: number;
  overdueBinders: number;
  bindersDueToday: number;
  /** From today to today + 7, both included. */
  bindersDueThisWeek: number;
}

/** A binder past its promise, or so near to it that somebody should look. */
export interface BinderAlert {
  binderRef: number;
  clientRef: number;
  clientName: string;
  binderNumber: string;
  alertType: 'overdue' | 'near_sla';
  /** Null unless overdue. */
  daysOverdue: number | null;
  /** Null when overdue. */
  daysRemaining: number | null;
}

interface AttentionBase {
  clientRef: number;
  clientName: string;
}

export const ATTENTION_TYPES = ['idle_binder', 'ready_for_pickup', 'unpaid_charge'] as const;
export type AttentionType = (typeof ATTENTION_TYPES)[number];

/** Something that waits for somebody. Unpaid charges come to those who may see amounts, and to nobody else. */
export type AttentionItem =
  | (AttentionBase & { type: 'idle_binder'; binderRef: number; binderNumber: string; idleDays: number })
  | (AttentionBase & { type: 'ready_for_pickup'; binderRef: number; binderNumber: string })
  | (AttentionBase & {
      type: 'unpaid_charge';
      chargeRef: number;
      /** Hundredths of the currency. */
      amountMinor: number;
      currency: string;
    });

/** Columns of the board of the day. A binder stands in one of the first three at most, and may stand in the last two besides. */
export const BOARD_COLUMNS = ['overdue', 'due_today', 'near_sla', 'idle', 'ready'] as const;
export type BoardColumn = (typeof BOARD_COLUMNS)[number];

export interface TodayBoard {
  /** The tenant's day, YYYY-MM-DD. */
  today: string;
  /** Each with its most pressing rows first; `near_sla` begins tomorrow, since today has its own column. */
  columns: Record<BoardColumn, { count: number; rows: BinderView[] }>;
}
