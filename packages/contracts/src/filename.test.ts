import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFilename, MAX_FILENAME, withExtension } from './filename.ts';

describe('a file name from outside', () => {
  it('keeps what people write', () => {
    for (const name of [
      'ID copy.pdf',
      'Vollmacht Müller (2).PDF',
      'תעודת זהות.pdf',
      '契約書.png',
      'a.tar.gz',
    ]) {
      expect(cleanFilename(name)).toBe(name);
    }
  });

  it('loses folders, control and direction characters, and what systems read otherwise', () => {
    expect(cleanFilename('../../etc/passwd')).toBe('passwd');
    expect(cleanFilename('C:\\Users\\me\\id.pdf')).toBe('id.pdf');
    expect(cleanFilename('/absolute/id.pdf')).toBe('id.pdf');
    expect(cleanFilename('..')).toBe('file');
    expect(cleanFilename('folder/')).toBe('file');
    expect(cleanFilename('')).toBe('file');
    expect(cleanFilename('.htaccess')).toBe('htaccess');
    expect(cleanFilename('a\u0000b\r\nc\u2028d.pdf')).toBe('abcd.pdf');
    expect(cleanFilename('annual\u202efdp.exe')).toBe('annualfdp.exe');
    expect(cleanFilename('\u2067id\u2069.pdf')).toBe('id.pdf');
    expect(cleanFilename('..\u202e/..\u0000/id.pdf')).toBe('id.pdf');
    expect(cleanFilename('a"b<c>|d?.pdf')).toBe('a_b_c__d_.pdf');
    expect(cleanFilename('report.pdf . .')).toBe('report.pdf');
    expect(cleanFilename('half\ud800.pdf')).toBe('half\ufffd.pdf');
    expect(cleanFilename('e\u0301.pdf')).toBe('\u00e9.pdf');
  });

  it('is cut to its length with its ending kept', () => {
    const long = cleanFilename(`${'x'.repeat(400)}.pdf`);
    expect(long).toHaveLength(MAX_FILENAME);
    expect(long.endsWith('x.pdf')).toBe(true);
    expect(cleanFilename(`a${'😀'.repeat(200)}.pdf`).isWellFormed()).toBe(true);
  });

  it('is always fit and stays as it is when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (claimed) => {
        const name = cleanFilename(claimed);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(MAX_FILENAME);
        expect(name).not.toMatch(/[/\\\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(cleanFilename(name)).toBe(name);
      }),
    );
  });

  it('ends as its content does', () => {
    expect(withExtension('id.PDF', ['pdf'])).toBe('id.PDF');
    expect(withExtension('photo.jpeg', ['jpg', 'jpeg'])).toBe('photo.jpeg');
    expect(withExtension('invoice.exe', ['pdf'])).toBe('invoice.exe.pdf');
    expect(withExtension('file', ['png'])).toBe('file.png');
    expect(withExtension('data.bin', [])).toBe('data.bin');
  });
});
