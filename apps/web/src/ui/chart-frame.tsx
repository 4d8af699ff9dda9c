import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';

export interface Series {
  name: string;
  values: (number | null)[];
}

export interface ChartProps {
  title: string;
  labels: string[];
  series: Series[];
  /** Prints a value in the table and the tooltips. */
  print: (value: number) => string;
  /** Prints a value on the axis, where there is little room. */
  printShort?: (value: number) => string;
  height?: number;
  /** Where the axis may start; bars always start at zero. */
  floor?: number;
}

export const CHART_COLORS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];

/** Round figures for the axis, from `floor` or just below it to above the highest value. */
export function ticks(highest: number, floor = 0, count = 4): number[] {
  if (highest <= floor) return [floor, floor + 1];
  const raw = (highest - floor) / count;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * magnitude).find((size) => size >= raw) ?? raw;
  const first = Math.floor(floor / step) * step;
  return Array.from({ length: Math.ceil((highest - first) / step) + 1 }, (_, index) => first + index * step);
}

/** Legend, drawing, and the same figures as a table for whoever cannot see the drawing. */
export function ChartFrame({ title, labels, series, print, children }: ChartProps & { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <figure className="min-w-0">
      {series.length > 1 && (
        <figcaption aria-hidden className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-xs">
          {series.map((one, index) => (
            <span key={one.name} className="inline-flex items-center gap-1.5">
              <span className="size-2.5 rounded-sm" style={{ background: CHART_COLORS[index] }} />
              {one.name}
            </span>
          ))}
        </figcaption>
      )}
      <div aria-hidden>{children}</div>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t`Period`}</th>
            {series.map((one) => (
              <th key={one.name} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((label, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a label returns every year; its place is its identity.
            <tr key={`${label}-${index}`}>
              <th scope="row">{label}</th>
              {series.map((one) => (
                <td key={one.name}>{print(one.values[index] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
