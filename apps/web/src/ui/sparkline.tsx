/** A tiny line without axes beside a figure. Decorative: the figure says it all. */
export function Sparkline({ values, height = 28 }: { values: number[]; height?: number }) {
  if (values.length < 2) return null;
  const highest = Math.max(...values);
  const lowest = Math.min(...values);
  const y = (value: number) => 2 + (height - 4) * (1 - (value - lowest) / (highest - lowest || 1));
  const points = values.map(
    (value, index) => `${(index / (values.length - 1)) * 100},${y(value).toFixed(1)}`,
  );
  return (
    <svg
      aria-hidden
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      className="flip-rtl w-full"
      style={{ height }}
    >
      <polygon points={`0,${height} ${points.join(' ')} 100,${height}`} fill="var(--accent-soft)" />
      <polyline
        points={points.join(' ')}
        fill="none"
        stroke="var(--chart-1)"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
