import { type Cell, cell, cellRow, present } from './cells.ts';
import { formatDate, formatMileage } from './format.ts';
import type { Labels } from './labels.ts';
import { openLogo } from './logo.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE } from './theme.ts';

const LOGO = { width: 170, height: 56 };

/** "Facture N° 2026-001", for the running head, the foot and the file's title. */
export function documentName(document: SalesDocument, labels: Labels): string {
  const name = labels.named[document.kind];
  return document.number === null
    ? `${name} – ${labels.draft.toLowerCase()}`
    : `${name} ${labels.numberSign}\u00a0${document.number}`;
}

/** Logo or the firm's name on the left, kind and number of the document on the right. */
export function drawHeader(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const top = sheet.y;
  const logo = openLogo(sheet.pdf, document.logo);
  let left = top;
  if (logo) {
    sheet.pdf.image(logo, sheet.place(PAGE.left, LOGO.width), top, {
      fit: [LOGO.width, LOGO.height],
      align: sheet.rtl ? 'right' : undefined,
    });
    left += LOGO.height;
  } else {
    const lines = sheet.wrap(document.seller.name, CONTENT_WIDTH * 0.55, STYLE.firm);
    left = sheet.lines(lines.slice(0, 3), PAGE.left, top + 2, STYLE.firm);
  }
  sheet.textRight(labels.title[document.kind], PAGE.right, sheet.baseline(top, STYLE.title), STYLE.title);
  const number = document.number === null ? labels.draft : `${labels.numberSign}\u00a0${document.number}`;
  const second = top + STYLE.title.leading;
  sheet.textRight(number, PAGE.right, sheet.baseline(second, STYLE.number), STYLE.number);
  sheet.y = Math.max(left, second + STYLE.number.leading) + 18;
}

function dates(document: SalesDocument, labels: Labels): Cell[] {
  const day = (date: string | null | undefined) => (date ? formatDate(date) : null);
  return present([
    cell(labels.issueDate, formatDate(document.issueDate)),
    cell(labels.serviceDate, day(document.serviceDate)),
    document.kind === 'invoice' ? cell(labels.dueDate, day(document.dueDate)) : null,
    document.kind === 'quote' ? cell(labels.validUntil, day(document.validUntil)) : null,
    cell(labels.creditedInvoice, document.creditedInvoiceNumber),
  ]);
}

function vehicle({ vehicle: car, locale }: SalesDocument, labels: Labels): Cell[] {
  if (!car) return [];
  const mileage = car.mileage == null ? null : formatMileage(car.mileage, locale);
  return present([
    cell(labels.plate, car.plate),
    cell(labels.vehicle, [car.make, car.model].filter(Boolean).join(' ')),
    cell(labels.mileage, mileage),
  ]);
}

/** The facts of the document between two hairlines: its dates, and the vehicle that it is about. */
export function drawFacts(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const area = { x: PAGE.left, width: CONTENT_WIDTH, columns: 4 };
  for (const cells of [dates(document, labels), vehicle(document, labels)]) {
    if (cells.length === 0) continue;
    const row = cellRow(sheet, cells, area);
    sheet.ensure(row.height + 14);
    sheet.rule(sheet.y, COLOR.hairline);
    row.draw(sheet.y + 7);
    sheet.y += row.height + 14;
  }
  sheet.rule(sheet.y, COLOR.hairline);
  sheet.y += 18;
}
