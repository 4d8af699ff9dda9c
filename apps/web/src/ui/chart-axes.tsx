import { useDirection } from '@base-ui/react/direction-provider';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChartProps } from './chart-frame.tsx';
import { ticks } from './chart-frame.tsx';

export interface Plot {
  /** The middle of a label's band. */
  x: (index: number) => number;
  y: (value: number) => number;
  band: number;
  base: number;
}

const TOP = 8;
const BOTTOM = 22;

/** The grid, the figures on the axis and the labels; `children` draws inside. Time runs in the direction of the text. */
export function ChartAxes(props: ChartProps & { children: (plot: Plot) => ReactNode }) {
  const { labels, series, height = 220, printShort = props.print } = props;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const rtl = useDirection() === 'rtl';
  const values = series.flatMap((one) => one.values.map((value) => value ?? 0));
  const marks = ticks(Math.max(0, ...values), props.floor);
  const lowest = marks[0] ?? 0;
  const highest = marks.at(-1) ?? 1;
  const axis = Math.max(...marks.map((mark) => printShort(mark).length)) * 6.6 + 10;
  const band = Math.max(1, (width - axis) / Math.max(1, labels.length));
  const flip = (x: number) => (rtl ? width - x : x);
  const plot: Plot = {
    x: (index) => flip(axis + band * (index + 0.5)),
    y: (value) => TOP + (height - TOP - BOTTOM) * (1 - (value - lowest) / (highest - lowest)),
    band,
    base: height - BOTTOM,
  };
  const every = Math.ceil(42 / band);
  return (
    <div ref={box} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} className="overflow-visible text-2xs" role="presentation">
          {marks.map((mark) => (
            <g key={mark}>
              <line
                x1={flip(axis)}
                x2={flip(width)}
                y1={plot.y(mark)}
                y2={plot.y(mark)}
                stroke="var(--line)"
              />
              <text
                x={flip(axis - 8)}
                y={plot.y(mark)}
                textAnchor="end"
                dominantBaseline="middle"
                fill="var(--ink-faint)"
                className="tabular"
              >
                {printShort(mark)}
              </text>
            </g>
          ))}
          {labels.map((label, index) =>
            index % every === 0 ? (
              <text
                // biome-ignore lint/suspicious/noArrayIndexKey: a label returns every year; its place is its identity.
                key={`${label}-${index}`}
                x={plot.x(index)}
                y={height - 4}
                textAnchor="middle"
                fill="var(--ink-faint)"
              >
                {label}
              </text>
            ) : null,
          )}
          {props.children(plot)}
        </svg>
      )}
    </div>
  );
}
