import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText, csvCell, csvLine } from './csv.ts';

describe('CSV cells', () => {
  it('lets nothing through that a spreadsheet would run', () => {
    for (const text of ['=1+1', '+33612345678', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", '＝1+1']) {
      expect(csvCell(text).startsWith(`"'`), JSON.stringify(text)).toBe(true);
    }
  });

  it('quotes what would break the line, and leaves the rest as it is', () => {
    expect(csvLine(['Zoé', 'a;b', 'say "hi"', 'two\nlines', "l'atelier", ''])).toBe(
      'Zoé;"a;b";"say ""hi""";"two\nlines";l\'atelier;\r\n',
    );
  });

  it('gives every text back', () => {
    const risky = fc.constantFrom('=', '+', '-', '@', "'", '"', ';', '\t', '\r', '\n', 'é', ' ', 'x', '＝');
    const texts = fc.array(risky, { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (text) => {
        const cell = csvCell(text);
        const read = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(cellText(read)).toBe(text);
        expect(/^[=+\-@\t\r]/.test(read)).toBe(false);
      }),
    );
  });
});
