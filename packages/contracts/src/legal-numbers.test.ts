import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactNumber, isBic, isIban, isSiret, isVatNumber } from './legal-numbers.ts';

describe('numbers of firms', () => {
  it('knows real SIRET numbers and refuses one wrong digit', () => {
    const siret = '73282932000074';
    expect(isSiret(siret)).toBe(true);
    for (let i = 0; i < siret.length; i++) {
      const other = String((Number(siret[i]) + 1) % 10);
      expect(isSiret(siret.slice(0, i) + other + siret.slice(i + 1)), String(i)).toBe(false);
    }
    for (const text of ['', '7328293200007', '732829320000740', '7328293200007A'])
      expect(isSiret(text)).toBe(false);
  });

  it('holds French VAT numbers to their key, foreign ones to their form', () => {
    expect(isVatNumber('FR44732829320')).toBe(true);
    expect(isVatNumber('FR45732829320')).toBe(false);
    expect(isVatNumber('FRAB732829320')).toBe(true);
    expect(isVatNumber('FR4473282932')).toBe(false);
    expect(isVatNumber('DE136695976')).toBe(true);
    expect(isVatNumber('ATU13585627')).toBe(true);
    expect(isVatNumber('516179157')).toBe(true);
    for (const text of ['', 'FR', 'ABCDEFG', 'DE1', 'DE 136695976'])
      expect(isVatNumber(text), text).toBe(false);
  });

  it('holds IBANs to their check digits', () => {
    for (const iban of ['FR7630006000011234567890189', 'DE89370400440532013000', 'IL620108000000099999999']) {
      expect(isIban(iban), iban).toBe(true);
      expect(isIban(`${iban.slice(0, -1)}${(Number(iban.at(-1)) + 1) % 10}`), iban).toBe(false);
    }
    expect(isIban('FR763000600001123456789018')).toBe(false);
    expect(compactNumber(' fr76 3000-6000.0112 ')).toBe('FR76300060000112');
    expect([isBic('BNPAFRPP'), isBic('BNPAFRPPXXX'), isBic('BNPAFR'), isBic('BNPA1RPP')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('finds every swap of two different neighbouring digits of an IBAN', () => {
    const account = fc.stringMatching(/^\d{18}$/);
    fc.assert(
      fc.property(account, fc.nat(16), (digits, at) => {
        const rest = Number(BigInt(`${digits}131400`) % 97n);
        const iban = `DE${String(98 - rest).padStart(2, '0')}${digits}`;
        expect(isIban(iban)).toBe(true);
        fc.pre(digits[at] !== digits[at + 1]);
        const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
        expect(isIban(iban.slice(0, 4) + swapped)).toBe(false);
      }),
    );
  });

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const check of [isSiret, isVatNumber, isIban, isBic])
          expect(typeof check(compactNumber(text))).toBe('boolean');
      }),
    );
  });
});
