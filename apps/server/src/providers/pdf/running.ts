import { documentName } from './header.ts';
import type { Labels } from './labels.ts';
import { sellerIdentity } from './legal.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE } from './theme.ts';

/** Large, pale and diagonal, under the content of a draft's page. */
function drawWatermark(sheet: Sheet, labels: Labels): void {
  const style = STYLE.watermark;
  const middle = { x: PAGE.width / 2, y: PAGE.height / 2 };
  const width = sheet.width(labels.draft, style);
  sheet.pdf.save();
  sheet.pdf.rotate(-52, { origin: [middle.x, middle.y] });
  sheet.text(labels.draft, middle.x - width / 2, middle.y + style.size * 0.36, style);
  sheet.pdf.restore();
}

/** What stands on a page before its content: the watermark of a draft and, from page two, whose page this is. */
export function drawRunningHead(sheet: Sheet, document: SalesDocument, labels: Labels, page: number): void {
  if (document.number === null) drawWatermark(sheet, labels);
  if (page === 1) return;
  const baseline = sheet.baseline(sheet.y - 8, STYLE.soft);
  const name = sheet.wrap(document.seller.name, CONTENT_WIDTH * 0.6, STYLE.soft)[0] ?? '';
  sheet.text(name, PAGE.left, baseline, STYLE.soft);
  sheet.textRight(documentName(document, labels), PAGE.right, baseline, STYLE.soft);
  sheet.y += 22;
}

/** The firm's legal identity and the page number, on every page once their count is known. */
export function drawFeet(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const { count } = sheet.pdf.bufferedPageRange();
  const name = documentName(document, labels);
  const identity = sellerIdentity(document, labels).join(' · ');
  const lines = sheet.wrap(identity, CONTENT_WIDTH * 0.68, STYLE.foot).slice(0, 3);
  for (let page = 0; page < count; page++) {
    sheet.pdf.switchToPage(page);
    const top = PAGE.bottom + 12;
    sheet.rule(top, COLOR.hairline);
    sheet.lines(lines, PAGE.left, top + 8, STYLE.foot);
    const baseline = sheet.baseline(top + 8, STYLE.foot);
    sheet.textRight(`${name} · ${labels.page} ${page + 1}/${count}`, PAGE.right, baseline, STYLE.foot);
  }
}
