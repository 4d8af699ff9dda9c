/** What people put before a number. */
const PREFIX = /^(?:devis|facture|avoir|quote|invoice|credit note|n[°º]|no\.?|#)[\s.:]*/i;
const YEAR_AND_NUMBER = /^((?:19|20)\d\d)[\s./_-]+(\d{1,6})$/;
const RUN_TOGETHER = /^((?:19|20)\d\d)(\d{3,6})$/;
const NUMBER_ALONE = /^\d{1,6}$/;
const YEARS_BACK = 10;

const printed = (year: number | string, seq: number): string => `${year}-${String(seq).padStart(3, '0')}`;

/** Numbers that continue the digits: `1` → 10…19, 100…199; `01` → 010…019; `100` → 1000…1009. */
function continuations(digits: string): number[] {
  const toThree = 3 - digits.length;
  const places = digits.startsWith('0') || toThree === 1 ? [toThree] : toThree === 2 ? [1, 2] : [1];
  return places.flatMap((more) =>
    more < 1 ? [] : Array.from({ length: 10 ** more }, (_, rest) => Number(digits) * 10 ** more + rest),
  );
}

/**
 * The document numbers that a text may mean, likeliest first: `2026-1`, `2026001`, `2026 / 01`, `devis 2026-001`,
 * and `001` alone of this year and the years before. None when it reads like no number.
 */
export function documentNumbers(text: string, thisYear: number): string[] {
  const bare = text.trim().replace(PREFIX, '');
  const dated = YEAR_AND_NUMBER.exec(bare) ?? RUN_TOGETHER.exec(bare);
  if (dated) {
    const [, year = '', digits = ''] = dated;
    const meant = [Number(digits), ...continuations(digits)].filter((seq) => seq > 0);
    return [...new Set(meant)].map((seq) => printed(year, seq));
  }
  if (!NUMBER_ALONE.test(bare) || Number(bare) === 0) return [];
  return Array.from({ length: YEARS_BACK }, (_, back) => printed(thisYear - back, Number(bare)));
}
