import PDFDocument from 'pdfkit';
import { hasHebrew } from './bidi.ts';
import { drawConditions, drawNotes, drawPayment, drawQuoteEnd } from './closing.ts';
import { useFonts } from './fonts.ts';
import { isHebrew, numberLocale } from './format.ts';
import { documentName, drawFacts, drawHeader } from './header.ts';
import { labelsFor } from './labels.ts';
import { drawLines } from './lines-table.ts';
import { drawParties } from './parties.ts';
import type { PdfRenderer, SalesDocument } from './port.ts';
import { drawFeet, drawRunningHead } from './running.ts';
import { Sheet } from './sheet.ts';
import { PAGE } from './theme.ts';
import { drawTotals, totalsHeight } from './totals.ts';

function open(document: SalesDocument, title: string): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    size: [PAGE.width, PAGE.height],
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    lang: isHebrew(document.locale) ? 'he' : numberLocale(document.locale),
    displayTitle: true,
    info: {
      Title: title,
      Author: document.seller.name,
      Creator: 'Officina',
      Producer: 'Officina',
      CreationDate: new Date(`${document.issueDate}T00:00:00Z`),
    },
  });
}

/** Draws everything in one go, without awaiting: documents share the parsed fonts. */
function draw(document: SalesDocument): PDFKit.PDFDocument {
  const labels = labelsFor(document.locale, document);
  const pdf = open(document, `${documentName(document, labels)} – ${document.seller.name}`);
  let pages = 0;
  const rtl = isHebrew(document.locale);
  const { logo: _picture, ...texts } = document;
  const fonts = useFonts(pdf, rtl || hasHebrew(JSON.stringify(texts)));
  const sheet = new Sheet(pdf, fonts, (page) => drawRunningHead(page, document, labels, ++pages), rtl);
  sheet.newPage();
  drawHeader(sheet, document, labels);
  drawParties(sheet, document, labels);
  drawFacts(sheet, document, labels);
  drawLines(sheet, document, labels, totalsHeight(document, labels));
  drawTotals(sheet, document, labels);
  if (document.kind === 'quote') drawQuoteEnd(sheet, document, labels);
  else {
    drawNotes(sheet, document, labels);
    drawPayment(sheet, document, labels);
  }
  drawConditions(sheet, document, labels);
  drawFeet(sheet, document, labels);
  pdf.end();
  return pdf;
}

export function pdfkitRenderer(): PdfRenderer {
  return {
    async render(document) {
      const chunks: Buffer[] = [];
      for await (const chunk of draw(document)) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}
