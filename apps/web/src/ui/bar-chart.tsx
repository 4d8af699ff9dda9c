import { ChartAxes } from './chart-axes.tsx';
import { CHART_COLORS, ChartFrame, type ChartProps } from './chart-frame.tsx';

/** Amounts per period, one bar per series side by side. */
export function BarChart(props: ChartProps) {
  const { labels, series, print } = props;
  return (
    <ChartFrame {...props}>
      <ChartAxes {...props}>
        {({ x, y, band, base }) => {
          const width = Math.min(28, (band * 0.68) / series.length);
          const offset = (width * series.length) / 2;
          return labels.map((label, index) => (
            <g
              key={label}
              data-tip={series.map((one) => `${one.name}: ${print(one.values[index] ?? 0)}`).join(' · ')}
            >
              <rect
                x={x(index) - band / 2}
                y={0}
                width={band}
                height={base}
                className="fill-transparent hover:fill-hover"
              />
              {series.map((one, at) => {
                const top = y(one.values[index] ?? 0);
                return (
                  <rect
                    key={one.name}
                    x={x(index) - offset + at * width + 0.5}
                    y={top}
                    width={Math.max(1, width - 1)}
                    height={Math.max(0, base - top)}
                    rx={Math.min(3, width / 3)}
                    fill={CHART_COLORS[at]}
                    className="pointer-events-none"
                  />
                );
              })}
            </g>
          ));
        }}
      </ChartAxes>
    </ChartFrame>
  );
}
