import { BYTE_ORDER_MARK, csvLine } from '@officina/contracts/csv';

/** Hands a text or bytes to the browser as a file. */
export function downloadFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A whole CSV file, written as the server writes its exports. */
export const csv = (rows: string[][]): string => BYTE_ORDER_MARK + rows.map(csvLine).join('');

/** The bytes that an answer carried as base64. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
