import { documentName } from './header.ts';
import type { Labels } from './labels.ts';
import { sellerIdentity } from './legal.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE } from './theme.ts';

/** Large, transparent and diagonal, over a draft's page. */
function drawWatermark(sheet: Sheet, labels: Labels): void {
  const style = STYLE.watermark;
  const middle = { x: PAGE.width / 2, y: PAGE.height / 2 };
  const width = sheet.width(labels.draft, style);
  sheet.pdf.save().fillOpacity(0.09);
  sheet.pdf.rotate(-52, { origin: [middle.x, middle.y] });
  sheet.text(labels.draft, middle.x - width / 2, middle.y + style.size * 0.36, style);
  sheet.pdf.restore();
}

/** From page two on, whose page this is. */
export function drawRunningHead(sheet: Sheet, document: SalesDocument, labels: Labels, page: number): void {
  if (page === 1) return;
  const baseline = sheet.baseline(sheet.y - 8, STYLE.soft);
  const name = sheet.wrap(document.seller.name, CONTENT_WIDTH * 0.6, STYLE.soft)[0] ?? '';
  sheet.text(name, PAGE.left, baseline, STYLE.soft);
  sheet.textRight(documentName(document, labels), PAGE.right, baseline, STYLE.soft);
  sheet.y += 22;
}

/** Short items stay on one line. */
const unbroken = (item: string) => (item.length < 40 ? item.replaceAll(' ', '\u00a0') : item);

/** The firm's legal identity and the page number, and the watermark of a draft, once all pages are there. */
export function drawFeet(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const { count } = sheet.pdf.bufferedPageRange();
  const name = documentName(document, labels);
  const identity = sellerIdentity(document, labels).map(unbroken).join(' · ');
  const width = CONTENT_WIDTH - sheet.width(`${name} · ${labels.page} ${count}/${count}`, STYLE.foot) - 24;
  const lines = sheet.wrap(identity, width, STYLE.foot).map((line) => line.replace(/ ·$/, ''));
  for (let page = 0; page < count; page++) {
    sheet.pdf.switchToPage(page);
    if (document.number === null) drawWatermark(sheet, labels);
    const top = PAGE.bottom + 11;
    sheet.rule(top, COLOR.hairline);
    sheet.lines(lines.slice(0, 3), PAGE.left, top + 8, STYLE.foot);
    const baseline = sheet.baseline(top + 8, STYLE.foot);
    sheet.textRight(`${name} · ${labels.page} ${page + 1}/${count}`, PAGE.right, baseline, STYLE.foot);
  }
}
