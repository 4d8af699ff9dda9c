import { type Cell, cell, cellRow, present } from './cells.ts';
import { formatIban } from './format.ts';
import type { Labels } from './labels.ts';
import { legalTexts } from './legal.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE } from './theme.ts';

const AGREEMENT = { width: 262, height: 104, padding: 14 };

export function drawNotes(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const notes = document.notes?.trim();
  if (!notes) return;
  sheet.ensure(STYLE.heading.leading + STYLE.body.leading * 2);
  sheet.flow([labels.notes], STYLE.heading);
  sheet.flow(sheet.wrap(notes, CONTENT_WIDTH, STYLE.body), STYLE.body);
  sheet.y += 14;
}

/** How to pay an invoice: nothing when the firm has given neither account nor method. */
export function paymentCells(document: SalesDocument, labels: Labels): Cell[] {
  const { method, iban, bic } = document.payment ?? {};
  if (document.kind !== 'invoice' || !(method || iban || bic)) return [];
  return present([
    cell(labels.method, method && labels.methods[method], 1.2),
    cell('IBAN', iban && formatIban(iban), 2.2),
    cell('BIC', bic),
    cell(labels.reference, document.number, 1.1),
  ]);
}

export function drawPayment(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const cells = paymentCells(document, labels);
  if (cells.length === 0) return;
  const padding = 12;
  const area = { x: PAGE.left + padding, width: CONTENT_WIDTH - padding * 2, columns: 5.5 };
  const row = cellRow(sheet, cells, area);
  const height = row.height + padding * 2;
  sheet.ensure(height);
  sheet.box(PAGE.left, sheet.y, CONTENT_WIDTH, height, COLOR.tint);
  row.draw(sheet.y + padding);
  sheet.y += height + 12;
}

function drawAgreement(sheet: Sheet, labels: Labels): void {
  const { width, height, padding } = AGREEMENT;
  const x = PAGE.right - width;
  sheet.pdf
    .roundedRect(sheet.place(x, width), sheet.y, width, height, 4)
    .lineWidth(0.75)
    .strokeColor(COLOR.hairline)
    .stroke();
  const hint = sheet.wrap(labels.agreementHint, width - padding * 2, STYLE.legal);
  let y = sheet.lines([labels.agreement], x + padding, sheet.y + 11, STYLE.heading);
  y = sheet.lines(hint, x + padding, y, STYLE.legal) + 10;
  sheet.lines([labels.signatureDate], x + padding, y, STYLE.label);
  sheet.lines([labels.signature], x + padding + 92, y, STYLE.label);
}

/** The end of a quote: where the customer accepts it, with the notes beside when they are short enough. */
export function drawQuoteEnd(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const besideWidth = CONTENT_WIDTH - AGREEMENT.width - 28;
  const notes = sheet.wrap(document.notes?.trim() ?? '', besideWidth, STYLE.body);
  const beside = notes.length * STYLE.body.leading + STYLE.heading.leading <= AGREEMENT.height;
  if (!beside) drawNotes(sheet, document, labels);
  sheet.ensure(AGREEMENT.height);
  if (beside && notes.join('') !== '') {
    const below = sheet.lines([labels.notes], PAGE.left, sheet.y, STYLE.heading);
    sheet.lines(notes, PAGE.left, below, STYLE.body);
  }
  drawAgreement(sheet, labels);
  sheet.y += AGREEMENT.height + 16;
}

/** Conditions in one piece at the bottom of the last page, when a page can hold them at all. */
export function drawConditions(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const lines = sheet.wrap(legalTexts(document, labels).join(' '), CONTENT_WIDTH, STYLE.legal);
  if (lines.join('') === '') return;
  const height = STYLE.columnHead.leading + 2 + lines.length * STYLE.legal.leading;
  if (height > sheet.room) sheet.newPage();
  if (height <= sheet.room) sheet.y = PAGE.bottom - height;
  sheet.flow([labels.conditions], STYLE.columnHead);
  sheet.y += 2;
  sheet.flow(lines, STYLE.legal);
}
