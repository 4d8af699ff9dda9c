import { formatMoney, formatRate } from './format.ts';
import type { Labels } from './labels.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE, type Style } from './theme.ts';

const ROW = 19;
const BOX = 34;
const PADDING = 12;

/** The sums above the total box: none for VAT where none is charged. */
export function sumRows(document: SalesDocument, labels: Labels): [label: string, amount: string][] {
  const money = (minor: number) => formatMoney(minor, document.currency, document.locale);
  const subtotal: [string, string] = [labels.subtotal, money(document.subtotalMinor)];
  return document.vatExempt ? [subtotal] : [subtotal, [labels.vat, money(document.vatMinor)]];
}

export function totalRow(document: SalesDocument, labels: Labels): [label: string, amount: string] {
  const label = document.vatExempt && document.kind === 'invoice' ? labels.totalExempt : labels.total;
  const exempt = document.vatExempt && document.kind !== 'invoice' ? labels.subtotal : label;
  return [exempt, formatMoney(document.totalMinor, document.currency, document.locale)];
}

/** Rate, base and VAT of each rate, highest first; empty where no VAT is charged. */
export function vatRows(document: SalesDocument): [rate: string, base: string, vat: string][] {
  const { vatExempt, breakdown, currency, locale } = document;
  if (vatExempt) return [];
  return breakdown.map((share) => [
    formatRate(share.vatRateBp, locale),
    formatMoney(share.baseMinor, currency, locale),
    formatMoney(share.vatMinor, currency, locale),
  ]);
}

export function totalsHeight(document: SalesDocument, labels: Labels): number {
  const sums = sumRows(document, labels).length * ROW + BOX + 6;
  const table = vatRows(document).length * 16 + 24;
  return 12 + Math.max(sums, table);
}

function drawVatTable(
  sheet: Sheet,
  document: SalesDocument,
  labels: Labels,
  top: number,
  width: number,
): void {
  const rows = vatRows(document);
  if (rows.length === 0) {
    if (document.vatExempt)
      sheet.lines(sheet.wrap(labels.vatExempt, width, STYLE.body), PAGE.left, top + 3, STYLE.body);
    return;
  }
  const rights = [width * 0.2, width * 0.6, width].map((offset) => PAGE.left + offset);
  const draw = (cells: readonly string[], y: number, style: Style) => {
    const [first = '', ...others] = cells;
    sheet.text(first, PAGE.left, sheet.baseline(y, style), style);
    others.forEach((text, index) => {
      sheet.textRight(text, rights[index + 1] ?? PAGE.left + width, sheet.baseline(y, style), style);
    });
  };
  draw([labels.vatRate, labels.vatBase, labels.vatAmount], top + 2, STYLE.columnHead);
  sheet.rule(top + 18, COLOR.hairline, 0.5, PAGE.left, PAGE.left + width);
  rows.forEach((cells, index) => {
    draw(cells, top + 21 + index * 16, STYLE.figure);
  });
}

/** VAT per rate on the left, the sums and the total box on the right. */
export function drawTotals(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  sheet.ensure(totalsHeight(document, labels));
  const top = sheet.y + 12;
  const sums = sumRows(document, labels);
  const [label, amount] = totalRow(document, labels);
  const needed = sheet.width(label, STYLE.total) + sheet.width(amount, STYLE.total) + PADDING * 2 + 24;
  const width = Math.min(CONTENT_WIDTH, Math.max(230, needed));
  const left = PAGE.right - width;
  drawVatTable(sheet, document, labels, top, Math.min(220, CONTENT_WIDTH - width - 24));
  let y = top;
  for (const [name, value] of sums) {
    const baseline = sheet.baseline(y + 3, STYLE.figure);
    sheet.text(name, left + PADDING, baseline, STYLE.soft);
    sheet.textRight(value, PAGE.right - PADDING, baseline, STYLE.figure);
    y += ROW;
  }
  y += 6;
  sheet.box(left, y, width, BOX, COLOR.accent);
  const baseline = sheet.baseline(y + (BOX - STYLE.total.leading) / 2, STYLE.total);
  sheet.text(label, left + PADDING, baseline, STYLE.total);
  sheet.textRight(amount, PAGE.right - PADDING, baseline, STYLE.total);
  sheet.y = sheet.y + totalsHeight(document, labels) + 18;
}
