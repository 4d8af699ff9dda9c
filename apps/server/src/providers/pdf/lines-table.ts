import { formatMoney, formatPrice, formatQuantity, formatRate } from './format.ts';
import type { Labels } from './labels.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, PAGE, STYLE } from './theme.ts';

const GAP = 18;
const PADDING = 6;
/** What a page holds under its running head and the head of the table. */
const CAPACITY = PAGE.bottom - PAGE.top - 60;

interface Column {
  head: string;
  cells: string[];
  /** Edges between which the figures stand. */
  start: number;
  end: number;
}

/** Columns of figures, each as wide as its widest cell; the description gets the rest. */
function layOut(sheet: Sheet, document: SalesDocument, labels: Labels) {
  const { lines, currency, locale } = document;
  const columns: Omit<Column, 'start' | 'end'>[] = [
    { head: labels.quantity, cells: lines.map((line) => formatQuantity(line.quantityMilli, locale)) },
    {
      head: labels.unitPrice,
      cells: lines.map((line) => formatPrice(line.unitPriceMinor, currency, locale)),
    },
    { head: labels.vatRate, cells: lines.map((line) => formatRate(line.vatRateBp, locale)) },
    { head: labels.lineTotal, cells: lines.map((line) => formatMoney(line.totalMinor, currency, locale)) },
  ].filter((column) => !document.vatExempt || column.head !== labels.vatRate);
  let right = PAGE.right;
  const placed: Column[] = [];
  for (const column of columns.reverse()) {
    const widths = [...new Set(column.cells)].map((text) => sheet.width(text, STYLE.figure));
    const width = Math.max(34, sheet.width(column.head, STYLE.columnHead), ...widths);
    placed.unshift({ ...column, start: right - width, end: right });
    right -= width + GAP;
  }
  return { columns: placed, descriptionWidth: right - PAGE.left };
}

function drawHead(sheet: Sheet, columns: Column[], labels: Labels): void {
  const baseline = sheet.baseline(sheet.y, STYLE.columnHead);
  sheet.text(labels.description, PAGE.left, baseline, STYLE.columnHead);
  for (const column of columns) sheet.figure(column.head, column, baseline, STYLE.columnHead);
  sheet.y += STYLE.columnHead.leading + 6;
  sheet.rule(sheet.y, COLOR.accent, 1);
}

/**
 * The lines, with the head repeated on every page. A row moves to the next page whole when it fits there, else it
 * is cut between two lines of text. `tail` is the height that must stay with the last row, so that totals never
 * stand alone.
 */
export function drawLines(sheet: Sheet, document: SalesDocument, labels: Labels, tail: number): void {
  const { columns, descriptionWidth } = layOut(sheet, document, labels);
  const style = STYLE.body;
  const nextPage = () => {
    sheet.newPage();
    drawHead(sheet, columns, labels);
  };
  sheet.ensure(90);
  drawHead(sheet, columns, labels);
  document.lines.forEach((line, index) => {
    const text = sheet.wrap(line.description, descriptionWidth, style);
    const height = text.length * style.leading + PADDING * 2;
    const withTail = height + (index === document.lines.length - 1 && index > 0 ? tail : 0);
    if (sheet.room < (withTail <= CAPACITY ? withTail : height) && height <= CAPACITY) nextPage();
    else if (sheet.room < style.leading + PADDING * 2) nextPage();
    sheet.y += PADDING;
    const baseline = sheet.baseline(sheet.y, style);
    text.forEach((part, row) => {
      if (sheet.room < style.leading) {
        nextPage();
        sheet.y += PADDING;
      }
      sheet.text(part, PAGE.left, sheet.baseline(sheet.y, style), style);
      if (row === 0) {
        for (const column of columns) {
          sheet.figure(column.cells[index] ?? '', column, baseline, STYLE.figure);
        }
      }
      sheet.y += style.leading;
    });
    sheet.y += PADDING;
    sheet.rule(sheet.y, COLOR.hairline);
  });
}
