import { type Piece, visualPieces } from './bidi.ts';
import { printable } from './printable.ts';
import { PAGE, type Style } from './theme.ts';
import { wrapText } from './wrap.ts';

/**
 * The page under the pen: where the next block starts (`y`), and text by baseline. Every text passes
 * `printable`, so blocks hand over what customers typed. Blocks measure from the side where lines begin; on a page
 * that is read from right to left everything stands mirrored.
 */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly rtl: boolean;
  y = PAGE.top;
  private readonly hasGlyph: (codePoint: number) => boolean;
  private readonly onPage: (sheet: Sheet) => void;

  /** `onPage` draws what belongs on every page before its content and sets `y` below it. */
  constructor(
    pdf: PDFKit.PDFDocument,
    hasGlyph: (codePoint: number) => boolean,
    onPage: (sheet: Sheet) => void,
    rtl = false,
  ) {
    this.pdf = pdf;
    this.rtl = rtl;
    this.hasGlyph = hasGlyph;
    this.onPage = onPage;
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
    this.onPage(this);
  }

  get room(): number {
    return PAGE.bottom - this.y;
  }

  /** Starts a new page unless so much room is left; true when it did. */
  ensure(height: number): boolean {
    if (height <= this.room) return false;
    this.newPage();
    return true;
  }

  private apply(style: Style, hebrew = false): PDFKit.Mixins.TextOptions {
    this.pdf
      .font(hebrew ? `hebrew ${style.font}` : style.font)
      .fontSize(style.size)
      .fillColor(style.color);
    return {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: style.tracking ?? 0,
      features: style.tabular ? ['tnum'] : undefined,
    };
  }

  private clean(text: string): string {
    return printable(text, this.hasGlyph).replaceAll('\n', ' ');
  }

  private widthOf({ text, hebrew }: Piece, style: Style): number {
    const options = this.apply(style, hebrew);
    return this.pdf.widthOfString(text, options);
  }

  private measure(clean: string, style: Style): number {
    return visualPieces(clean, this.rtl).reduce((sum, piece) => sum + this.widthOf(piece, style), 0);
  }

  width(text: string, style: Style): number {
    return this.measure(this.clean(text), style);
  }

  /** Where on the paper something `width` wide begins. */
  place(x: number, width: number): number {
    return this.rtl ? PAGE.width - x - width : x;
  }

  /** One line, its baseline at `baseline`. */
  text(text: string, x: number, baseline: number, style: Style): void {
    const clean = this.clean(text);
    if (clean === '') return;
    const pieces = visualPieces(clean, this.rtl);
    let left = this.rtl ? this.place(x, this.measure(clean, style)) : x;
    for (const piece of pieces) {
      const options = this.apply(style, piece.hebrew);
      this.pdf.text(piece.text, left, baseline, options);
      if (pieces.length > 1) left += this.widthOf(piece, style);
    }
  }

  /** One line that ends at `right`. */
  textRight(text: string, right: number, baseline: number, style: Style): void {
    this.text(text, right - this.width(text, style), baseline, style);
  }

  /** A figure in a column from `start` to `end`: it stands at the right edge, however the page is read. */
  figure(text: string, column: { start: number; end: number }, baseline: number, style: Style): void {
    if (this.rtl) this.text(text, column.start, baseline, style);
    else this.textRight(text, column.end, baseline, style);
  }

  wrap(text: string, width: number, style: Style): string[] {
    const clean = printable(text, this.hasGlyph)
      .replace(/\n(?: *\n){2,}/g, '\n\n')
      .trimEnd();
    return wrapText(clean, width, (part) => this.measure(part, style));
  }

  /** Lines below each other from `top`; returns where the next block may start. */
  lines(lines: readonly string[], x: number, top: number, style: Style): number {
    let y = top;
    for (const line of lines) {
      this.text(line, x, this.baseline(y, style), style);
      y += style.leading;
    }
    return y;
  }

  /** Baseline of a line whose box of height `leading` starts at `top`: capitals stand in the middle of it. */
  baseline(top: number, style: Style): number {
    return top + (style.leading + 0.727 * style.size) / 2;
  }

  rule(y: number, color: string, thickness = 0.5, left = PAGE.left, right = PAGE.right): void {
    const from = this.place(left, right - left);
    this.pdf
      .moveTo(from, y)
      .lineTo(from + right - left, y)
      .lineWidth(thickness)
      .strokeColor(color)
      .stroke();
  }

  box(x: number, y: number, width: number, height: number, color: string, radius = 4): void {
    this.pdf.roundedRect(this.place(x, width), y, width, height, radius).fill(color);
  }

  /** A paragraph at the left edge that runs on to further pages. */
  flow(lines: readonly string[], style: Style): void {
    for (const line of lines) {
      this.ensure(style.leading);
      this.text(line, PAGE.left, this.baseline(this.y, style), style);
      this.y += style.leading;
    }
  }
}
