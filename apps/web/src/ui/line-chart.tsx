import { ChartAxes } from './chart-axes.tsx';
import { CHART_COLORS, ChartFrame, type ChartProps } from './chart-frame.tsx';

/** A development over time; gaps (null) break the line. */
export function LineChart(props: ChartProps) {
  const { labels, series, print } = props;
  const known = series.flatMap((one) => one.values.filter((value) => value !== null));
  const lowest = Math.min(...known);
  // A mileage between 82 000 and 92 000 would be a flat line above an empty chart.
  const floor = lowest > Math.max(...known) / 2 ? lowest : 0;
  return (
    <ChartFrame {...props}>
      <ChartAxes floor={floor} {...props}>
        {({ x, y, band, base }) => (
          <>
            {series.map((one, at) => (
              <path
                key={one.name}
                d={pathOf(one.values, x, y)}
                fill="none"
                stroke={CHART_COLORS[at]}
                strokeWidth={2}
                strokeLinejoin="round"
                strokeLinecap="round"
              />
            ))}
            {labels.map((label, index) => (
              <g
                // biome-ignore lint/suspicious/noArrayIndexKey: a label returns every year; its place is its identity.
                key={`${label}-${index}`}
                data-tip={`${label} · ${series.map((one) => print(one.values[index] ?? 0)).join(' · ')}`}
                className="group"
              >
                <rect x={x(index) - band / 2} y={0} width={band} height={base} fill="transparent" />
                {series.map((one, at) => {
                  const value = one.values[index];
                  if (typeof value !== 'number') return null;
                  return (
                    <circle
                      key={one.name}
                      cx={x(index)}
                      cy={y(value)}
                      r={labels.length > 20 ? 2 : 3.5}
                      fill={CHART_COLORS[at]}
                      stroke="var(--surface)"
                      strokeWidth={1.5}
                    />
                  );
                })}
              </g>
            ))}
          </>
        )}
      </ChartAxes>
    </ChartFrame>
  );
}

function pathOf(
  values: (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let pen = 'M';
  let path = '';
  for (const [index, value] of values.entries()) {
    if (value === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    pen = 'L';
  }
  return path;
}
