import type { EngagementDocumentCategory } from './portal.ts';

/** What clients may hand in. Source: portal specification §3.17. */
export const CLIENT_DOCUMENT_CATEGORIES = [
  'client_input',
  'evidence',
] as const satisfies readonly EngagementDocumentCategory[];

/** What clients' files may be, by ending. */
export const CLIENT_DOCUMENT_EXTENSIONS = ['pdf', 'docx', 'png', 'jpg', 'jpeg'] as const;

export const CLIENT_DOCUMENT_BYTES = 10 * 1024 * 1024;
export const STAFF_DOCUMENT_BYTES = 50 * 1024 * 1024;

/** A file on its way in pieces has pieces of this size, the last one of what is left. */
export const UPLOAD_PART_BYTES = 1024 * 1024;

/** A document of an engagement or inquiry as the portal's contract knows it. */
export interface DocumentView {
  id: string;
  orgId: string;
  engagementId: string | null;
  inquiryId: string | null;
  category: EngagementDocumentCategory;
  name: string;
  label: string | null;
  description: string | null;
  mimeType: string;
  size: number;
  /** SHA-256, hex. */
  checksum: string;
  createdAt: string;
  uploadedByUserId: string | null;
  archivedAt: string | null;
  archivedByUserId: string | null;
  archiveReason: string | null;
}

/** With what screens need besides. */
export interface EngagementDocument extends DocumentView {
  engagement: { id: string; title: string } | null;
  organization: { id: string; name: string };
  uploadedBy: { id: string; name: string } | null;
  abilities: { archive: boolean; edit: boolean };
}

/** How far a file on its way in pieces has come; the next piece begins at `receivedBytes`. */
export interface UploadProgress {
  id: string;
  sizeBytes: number;
  receivedBytes: number;
  partBytes: number;
  /** Until then it can be resumed. */
  expiresAt: string;
}

/** One that broke off: whoever chooses the same file again goes on with it. */
export interface OpenUpload extends UploadProgress {
  filename: string;
  category: EngagementDocumentCategory;
}
