import { addressLines, formatPhone, formatSiret } from './format.ts';
import type { Labels } from './labels.ts';
import type { SalesDocument } from './port.ts';
import type { Sheet } from './sheet.ts';
import { COLOR, CONTENT_WIDTH, PAGE, STYLE, type Style } from './theme.ts';

interface Block {
  label: string;
  name: string;
  /** Address first, then what is printed more quietly. */
  address: string[];
  details: string[];
}

const filled = (lines: (string | null | undefined | false)[]) => lines.filter((l): l is string => Boolean(l));

/** No-break spaces also keep the groups of a number in their order beside Hebrew. */
const unbroken = (number: string) => number.replaceAll(' ', '\u00a0');

/** The firm's registration numbers stand in the foot of every page (`sellerIdentity`). */
export function sellerBlock({ seller, locale }: SalesDocument, labels: Labels): Block {
  return {
    label: labels.seller,
    name: seller.name,
    address: addressLines(seller.address, locale, seller.address?.country),
    details: filled([
      seller.phone && `${labels.phone} ${unbroken(formatPhone(seller.phone))}`,
      seller.email,
      seller.website,
    ]),
  };
}

export function buyerBlock({ buyer, seller, locale }: SalesDocument, labels: Labels): Block {
  const company = buyer.company && buyer.company !== buyer.name ? buyer.company : null;
  return {
    label: labels.buyer,
    name: company ?? buyer.name,
    address: filled([company && buyer.name, ...addressLines(buyer.address, locale, seller.address?.country)]),
    details: filled([
      buyer.phone && `${labels.phone} ${unbroken(formatPhone(buyer.phone))}`,
      buyer.email,
      buyer.siret && `SIRET ${formatSiret(buyer.siret)}`,
      buyer.vatNumber && `${labels.vatNumber} ${buyer.vatNumber}`,
    ]),
  };
}

type Row = [text: string, style: Style];

/** Names and addresses have bounded inputs; the cap only keeps a hostile one from leaving the page. */
function rows(sheet: Sheet, block: Block, width: number): Row[] {
  const wrapped = (texts: string[], style: Style) =>
    texts.flatMap((text) => sheet.wrap(text, width, style)).map((text): Row => [text, style]);
  return [
    [block.label, STYLE.label],
    ...wrapped([block.name], STYLE.name).slice(0, 6),
    ...wrapped(block.address, STYLE.body).slice(0, 10),
    ...wrapped(block.details, STYLE.soft).slice(0, 10),
  ];
}

const heightOf = (list: Row[]) => list.reduce((sum, [, style]) => sum + style.leading, 0);

function draw(sheet: Sheet, list: Row[], x: number, top: number): void {
  let y = top;
  for (const [text, style] of list) y = sheet.lines([text], x, y, style);
}

/** Seller on the left; buyer on the right, tinted, where the window of an envelope would show the address. */
export function drawParties(sheet: Sheet, document: SalesDocument, labels: Labels): void {
  const half = CONTENT_WIDTH / 2;
  const padding = 14;
  const seller = rows(sheet, sellerBlock(document, labels), half - padding * 2);
  const buyer = rows(sheet, buyerBlock(document, labels), half - padding * 2);
  const height = Math.max(heightOf(seller), heightOf(buyer)) + padding * 2;
  sheet.box(PAGE.left + half, sheet.y, half, height, COLOR.tint);
  draw(sheet, seller, PAGE.left, sheet.y + padding);
  draw(sheet, buyer, PAGE.left + half + padding, sheet.y + padding);
  sheet.y += height + 18;
}
