import type { EncodedFile } from '@officina/contracts/sales';
import type { PdfFile } from './sales-document.ts';

/** A file as JSON can carry it. */
export const encodedFile = ({ filename, contentType, bytes }: PdfFile): EncodedFile => ({
  filename,
  contentType,
  base64: bytes.toString('base64'),
});
