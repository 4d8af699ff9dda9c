import type { InvoiceState } from './sales.ts';

export const PROJECT_STATUSES = ['planning', 'in_progress', 'completed', 'on_hold'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const PROJECT_PRIORITIES = ['low', 'medium', 'high'] as const;
export type ProjectPriority = (typeof PROJECT_PRIORITIES)[number];

/** A contact as the client that a studio knows. Texts are as they were sent. */
export interface StudioClientView {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  address: string | null;
  website: string | null;
  /** A word of the studio's own; `active` unless told otherwise. */
  status: string;
  notes: string | null;
  tags: string[];
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface StudioAbilities {
  edit: boolean;
  delete: boolean;
}

export interface StudioClientListItem extends StudioClientView {
  /** What is open of its sent invoices, per currency. */
  open: { currency: string; cents: number }[];
  abilities: StudioAbilities;
}

export interface StudioClientDetail extends StudioClientListItem {
  /** The 50 newest of each, as far as the asker may read them. */
  projects: { id: string; name: string; status: ProjectStatus; deadline: string | null }[];
  invoices: {
    id: string;
    number: string;
    status: InvoiceState;
    totalCents: number;
    currency: string;
    dueDate: string | null;
  }[];
}

export interface ProjectView {
  id: string;
  name: string;
  description: string | null;
  status: ProjectStatus;
  client: { id: string; name: string } | null;
  budgetCents: number | null;
  /** That of the tenant, in which budgets are. */
  currency: string;
  deadline: string | null;
  priority: ProjectPriority;
  tags: string[];
  archivedAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface ProjectAbilities {
  edit: boolean;
  archive: boolean;
  restore: boolean;
}

export interface ProjectListItem extends ProjectView {
  /** Totals of its invoices in that currency, without cancelled ones. */
  invoicedCents: number;
  /** A deadline before today of a project that is neither completed nor archived. */
  late: boolean;
  abilities: ProjectAbilities;
}

export interface StudioInvoiceLine {
  description: string;
  /** With at most four decimals. */
  quantity: number;
  /** Price of one in major units, with at most four decimals. */
  rate: number;
  amountCents: number;
}

export interface StudioInvoiceView {
  id: string;
  number: string;
  client: { id: string; name: string; email: string | null };
  project: { id: string; name: string } | null;
  status: InvoiceState;
  items: StudioInvoiceLine[];
  subtotalCents: number;
  /** Percent. */
  taxRate: number;
  taxCents: number;
  discountCents: number;
  totalCents: number;
  paidCents: number;
  /** What is still to be paid of a sent one. */
  openCents: number;
  currency: string;
  notes: string | null;
  /** Null for a draft. */
  issuedDate: string | null;
  dueDate: string | null;
  paidAt: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface StudioInvoiceAbilities {
  edit: boolean;
  send: boolean;
  cancel: boolean;
  delete: boolean;
  payLink: boolean;
  /** Something is outstanding that the asker may pay or have paid. */
  collect: boolean;
}

export interface StudioInvoiceListItem extends Omit<StudioInvoiceView, 'items'> {
  abilities: StudioInvoiceAbilities;
}

export interface StudioInvoiceDetail extends StudioInvoiceView {
  payments: {
    id: string;
    amountCents: number;
    status: 'pending' | 'succeeded' | 'failed';
    paidAt: string | null;
    createdAt: string;
    errorMessage: string | null;
  }[];
  /** Links that still open it. */
  payLinks: number;
  abilities: StudioInvoiceAbilities;
}

/** What whoever has the link sees of an invoice. */
export interface PublicInvoiceView {
  number: string;
  seller: string;
  buyer: string;
  status: 'sent' | 'overdue' | 'paid' | 'cancelled' | 'draft';
  items: { description: string; quantity: number; rate: number; amountCents: number }[];
  subtotalCents: number;
  taxRate: number;
  taxCents: number;
  discountCents: number;
  totalCents: number;
  paidCents: number;
  openCents: number;
  /** Whether the firm takes payments over the net. */
  online: boolean;
  currency: string;
  notes: string | null;
  issuedDate: string | null;
  dueDate: string | null;
}
