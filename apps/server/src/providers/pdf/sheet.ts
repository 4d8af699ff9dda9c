import { printable } from './printable.ts';
import { PAGE, type Style } from './theme.ts';
import { wrapText } from './wrap.ts';

/**
 * The page under the pen: where the next block starts (`y`), and text by baseline. Every text passes
 * `printable`, so blocks hand over what customers typed.
 */
export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  y = PAGE.top;
  private readonly hasGlyph: (codePoint: number) => boolean;
  private readonly onPage: (sheet: Sheet) => void;

  /** `onPage` draws what belongs on every page before its content and sets `y` below it. */
  constructor(
    pdf: PDFKit.PDFDocument,
    hasGlyph: (codePoint: number) => boolean,
    onPage: (sheet: Sheet) => void,
  ) {
    this.pdf = pdf;
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

  private apply(style: Style): PDFKit.Mixins.TextOptions {
    this.pdf.font(style.font).fontSize(style.size).fillColor(style.color);
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

  width(text: string, style: Style): number {
    const options = this.apply(style);
    return this.pdf.widthOfString(this.clean(text), options);
  }

  /** One line, its baseline at `baseline`. */
  text(text: string, x: number, baseline: number, style: Style): void {
    const options = this.apply(style);
    const clean = this.clean(text);
    if (clean !== '') this.pdf.text(clean, x, baseline, options);
  }

  /** One line that ends at `right`. */
  textRight(text: string, right: number, baseline: number, style: Style): void {
    this.text(text, right - this.width(text, style), baseline, style);
  }

  wrap(text: string, width: number, style: Style): string[] {
    const options = this.apply(style);
    const clean = printable(text, this.hasGlyph)
      .replace(/\n(?: *\n){2,}/g, '\n\n')
      .trimEnd();
    return wrapText(clean, width, (part) => this.pdf.widthOfString(part, options));
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
    this.pdf.moveTo(left, y).lineTo(right, y).lineWidth(thickness).strokeColor(color).stroke();
  }

  box(x: number, y: number, width: number, height: number, color: string, radius = 4): void {
    this.pdf.roundedRect(x, y, width, height, radius).fill(color);
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
