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
  const { subtotalMinor, vatMinor, discountMinor, vatExempt } = document;
  const rows: [string, string][] = [[labels.subtotal, money(subtotalMinor)]];
  if (!vatExempt) rows.push([labels.vat, money(vatMinor)]);
  if (discountMinor) rows.push([labels.discount, money(-discountMinor)]);
  return rows;
}

export function totalRow(document: SalesDocument, labels: Labels): [label: string, amount: string] {
  const exempt = document.kind === 'invoice' ? labels.amountDue : labels.plainTotal;
  const label = document.vatExempt ? exempt : labels.total;
  return [label, formatMoney(document.totalMinor, document.currency, document.locale)];
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
  const widest = (column: 1 | 2, style: Style) =>
    Math.max(...rows.map((cells) => sheet.width(cells[column], style)));
  const needs = (style: Style) => 40 + widest(1, style) + 14 + widest(2, style);
  const figure = needs(STYLE.figure) <= width ? STYLE.figure : STYLE.smallFigure;
  const vatColumn = Math.max(width * 0.4, widest(2, figure) + 14);
  const baseRight = Math.max(PAGE.left + width - vatColumn, PAGE.left + 40 + widest(1, figure));
  const base = { start: baseRight - widest(1, figure), end: baseRight };
  const vat = { start: PAGE.left + width - widest(2, figure), end: PAGE.left + width };
  const draw = (cells: readonly [string, string, string], y: number, style: Style) => {
    const baseline = sheet.baseline(y, style);
    sheet.text(cells[0], PAGE.left, baseline, style);
    sheet.figure(cells[1], base, baseline, style);
    sheet.figure(cells[2], vat, baseline, style);
  };
  draw([labels.vatRate, labels.vatBase, labels.vatAmount], top + 2, STYLE.columnHead);
  sheet.rule(top + 18, COLOR.hairline, 0.5, PAGE.left, PAGE.left + width);
  rows.forEach((cells, index) => {
    draw(cells, top + 21 + index * 16, figure);
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
  /** The table is narrow unless its amounts are long. */
  const vatWidth = Math.min(Math.max(220, needed + 20), CONTENT_WIDTH - width - 24);
  drawVatTable(sheet, document, labels, top, vatWidth);
  const end = PAGE.right - PADDING;
  const amounts = sums.map(([, value]) => sheet.width(value, STYLE.figure));
  const column = { start: end - Math.max(sheet.width(amount, STYLE.total), ...amounts), end };
  let y = top;
  for (const [name, value] of sums) {
    const baseline = sheet.baseline(y + 3, STYLE.figure);
    sheet.text(name, left + PADDING, baseline, STYLE.soft);
    sheet.figure(value, column, baseline, STYLE.figure);
    y += ROW;
  }
  y += 6;
  sheet.box(left, y, width, BOX, COLOR.accent);
  const baseline = sheet.baseline(y + (BOX - STYLE.total.leading) / 2, STYLE.total);
  sheet.text(label, left + PADDING, baseline, STYLE.total);
  sheet.figure(amount, column, baseline, STYLE.total);
  sheet.y = sheet.y + totalsHeight(document, labels) + 16;
}
