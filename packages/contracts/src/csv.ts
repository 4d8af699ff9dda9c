/**
 * CSV as spreadsheet programs of this part of the world open it by double click: UTF-8 with a byte-order mark, `;`
 * between cells, CRLF after lines.
 */

export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet program would take for a formula (the last four are the full-width forms). */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const SPECIAL = /[";\r\n]|^\s|\s$/;

/** One cell. What would run as a formula gets an apostrophe in front, which those programs show as text. */
export function csvCell(text: string): string {
  const formula = FORMULA.test(text);
  if (!formula && !SPECIAL.test(text)) return text;
  return `"${(formula ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** A line with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(';')}\r\n`;

/** The text of a cell of ours or of somebody else's: takes back the apostrophe that `csvCell` set. */
export const cellText = (cell: string): string => (FORMULA.test(cell) ? cell.replace(/^'/, '') : cell);
