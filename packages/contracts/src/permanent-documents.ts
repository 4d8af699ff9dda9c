import type { PermanentDocument } from './office.ts';

/** Bytes that one permanent document may have. */
export const PERMANENT_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const PERMANENT_DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;

/** A file that a client's file must hold. `ref` names it in calls. */
export interface PermanentDocumentView {
  ref: number;
  clientRef: number;
  documentType: PermanentDocument;
  filename: string;
  contentType: string;
  sizeBytes: number;
  storageKey: string;
  /** Whether a virus scanner has looked at it; without one set up nobody has. */
  scanned: boolean;
  uploadedBy: { ref: number; name: string } | null;
  /** ISO timestamp. */
  uploadedAt: string;
}

/** One of the documents that must be there, with the newest file of it. */
export interface ChecklistItem {
  documentType: PermanentDocument;
  latest: PermanentDocumentView | null;
}

export interface ClientDocuments {
  clientRef: number;
  /** The three, in their fixed order. */
  checklist: ChecklistItem[];
  missing: PermanentDocument[];
  /** All of them, newest first. */
  documents: PermanentDocumentView[];
  abilities: { upload: boolean };
}

/** A link that opens one file, as an attachment, for a short while; whoever holds it may. */
export interface DocumentLink {
  url: string;
  /** ISO timestamp. */
  expiresAt: string;
}

interface SignallingBinder {
  binderRef: number;
  binderNumber: string;
}

/** What a client's file says on its own: what is missing, which binders press. */
export interface DocumentSignals {
  clientRef: number;
  missing: PermanentDocument[];
  nearSla: (SignallingBinder & { daysRemaining: number })[];
  overdue: (SignallingBinder & { daysOverdue: number })[];
}
