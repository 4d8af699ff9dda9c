import { useLingui } from '@lingui/react/macro';
import { date, month } from '../../lib/format.ts';

/** A period's label as people say it: a day, "W3 2026", "Jan 2026". */
export function usePeriodWords() {
  const { t } = useLingui();
  return (period: string): string => {
    const week = /^(\d{4})-W(\d{2})$/.exec(period);
    if (week) {
      const [, year, number] = week;
      return t`W${number} ${year}`;
    }
    return period.length === 7 ? `${month(period)} ${period.slice(2, 4)}` : date(period);
  };
}
