import { type Cell, cell, cellRow, present } from './cells.ts';
import { formatDate, formatIban } from './format.ts';
import type { Labels } from './labels.ts';
import { legalTexts } from './legal.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE } from './theme.ts';

export function drawNotes(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const notes = document.notes?.trim();
  if (!notes) return;
  sheet.ensure(STYLE.heading.leading + STYLE.body.leading * 2);
  sheet.flow([labels.notes], STYLE.heading);
  sheet.flow(sheet.wrap(notes, CONTENT_WIDTH, STYLE.body), STYLE.body);
  sheet.y += 16;
}

/** How to pay an invoice: nothing when the firm has given neither account nor method. */
export function paymentCells(document: SalesDocument, labels: Labels): Cell[] {
  const { method, iban, bic } = document.payment ?? {};
  if (document.kind !== 'invoice' || !(method || iban || bic)) return [];
  return present([
    cell(labels.method, method && labels.methods[method], 1.1),
    cell('IBAN', iban && formatIban(iban), 2),
    cell('BIC', bic, 0.9),
    cell(labels.dueDate, document.dueDate && formatDate(document.dueDate), 0.8),
    cell(labels.reference, document.number),
  ]);
}

export function drawPayment(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const cells = paymentCells(document, labels);
  if (cells.length === 0) return;
  const padding = 12;
  const area = { x: PAGE.left + padding, width: CONTENT_WIDTH - padding * 2, columns: 4 };
  const row = cellRow(sheet, cells, area);
  const height = row.height + padding * 2;
  sheet.ensure(height);
  sheet.box(PAGE.left, sheet.y, CONTENT_WIDTH, height, COLOR.tint);
  row.draw(sheet.y + padding);
  sheet.y += height + 16;
}

/** Where the customer accepts a quote. */
export function drawAgreement(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  if (document.kind !== 'quote') return;
  const height = 104;
  const width = 262;
  sheet.ensure(height + 8);
  const x = PAGE.right - width;
  const padding = 14;
  sheet.pdf.roundedRect(x, sheet.y, width, height, 4).lineWidth(0.75).strokeColor(COLOR.hairline).stroke();
  let y = sheet.lines([labels.agreement], x + padding, sheet.y + 11, STYLE.heading);
  y = sheet.lines(
    sheet.wrap(labels.agreementHint, width - padding * 2, STYLE.legal),
    x + padding,
    y,
    STYLE.legal,
  );
  sheet.lines([labels.signatureDate], x + padding, y + 10, STYLE.label);
  sheet.lines([labels.signature], x + padding + 92, y + 10, STYLE.label);
  sheet.y += height + 18;
}

/** Conditions at the bottom of the last page, or wherever the text has got to when they do not fit there. */
export function drawConditions(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const lines = legalTexts(document, labels).flatMap((text) => sheet.wrap(text, CONTENT_WIDTH, STYLE.legal));
  if (lines.length === 0) return;
  const height = STYLE.columnHead.leading + 2 + lines.length * STYLE.legal.leading;
  if (height <= sheet.room) sheet.y = PAGE.bottom - height;
  else sheet.ensure(STYLE.columnHead.leading + 2 + STYLE.legal.leading * 2);
  sheet.flow([labels.conditions], STYLE.columnHead);
  sheet.y += 2;
  sheet.flow(lines, STYLE.legal);
}
