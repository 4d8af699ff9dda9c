import { clsx } from 'clsx';
import { formatLocale, minorDigits, money, number, tenantCurrency } from '../lib/format.ts';
import { parseMinor, parseNumber } from '../lib/parse-number.ts';
import type { InputProps } from './input.tsx';
import { TypedInput } from './typed-input.tsx';

interface NumberProps extends Omit<InputProps, 'value' | 'onChange' | 'onBlur'> {
  value: number | null;
  onChange: (value: number | null) => void;
  onBlur?: () => void;
}

/** An amount in integer minor units; accepts "1 234,56", "1.234,56 €" and "1,234.56". */
export function MoneyInput({
  currency = tenantCurrency(),
  className,
  ...rest
}: NumberProps & { currency?: string }) {
  const digits = minorDigits(currency);
  return (
    <TypedInput<number>
      inputMode="decimal"
      placeholder={money(0, currency)}
      {...rest}
      parse={(text) => parseMinor(text, formatLocale(), digits)}
      print={(minor) => money(minor, currency)}
      className={clsx('tabular text-end', className)}
    />
  );
}

interface QuantityProps extends NumberProps {
  decimals?: number;
  min?: number;
  unit?: string;
  /** Years and degrees: written without thousands, and a lone mark is always decimal. */
  plain?: boolean;
}

/** A decimal with at most `decimals` places; accepts "3,5" and "3.5", never below `min`. */
export function QuantityInput({ decimals = 3, min = 0, unit, plain, className, ...rest }: QuantityProps) {
  const parse = (text: string) => {
    const value = plain
      ? Number(text.replace(',', '.').replace('−', '-'))
      : parseNumber(text.replace(/%\s*$/, ''), formatLocale());
    if (value === null || !(value >= min)) return null;
    return Number(value.toFixed(decimals));
  };
  return (
    <TypedInput<number>
      inputMode={min < 0 ? 'text' : 'decimal'}
      after={unit && <span className="pe-2">{unit}</span>}
      {...rest}
      parse={parse}
      print={(value) => (plain ? String(value) : number(value, decimals))}
      className={clsx('tabular text-end', unit && unit.length > 2 && '!pe-16', className)}
    />
  );
}
