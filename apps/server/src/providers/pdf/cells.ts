import type { Sheet } from './sheet.ts';
import { STYLE } from './theme.ts';

/** A small label over its value. */
export interface Cell {
  label: string;
  value: string;
  /** Share of the row, 1 unless said. */
  span?: number;
}

/** A value, or nothing when there is none: for lists that are filtered with `present`. */
export function cell(label: string, value: string | null | undefined, span = 1): Cell | null {
  return value?.trim() ? { label, value, span } : null;
}

export const present = (cells: (Cell | null)[]): Cell[] => cells.filter((item) => item !== null);

interface Placed {
  x: number;
  label: string;
  lines: string[];
}

/** Cells side by side on a grid of `columns`; returns how high they are and how to draw them. */
export function cellRow(
  sheet: Sheet,
  cells: readonly Cell[],
  area: { x: number; width: number; columns: number },
): { height: number; draw(top: number): void } {
  const gap = 14;
  const column =
    area.width /
    Math.max(
      area.columns,
      cells.reduce((sum, item) => sum + (item.span ?? 1), 0),
    );
  let x = area.x;
  const placed: Placed[] = [];
  for (const item of cells) {
    const width = column * (item.span ?? 1);
    placed.push({ x, label: item.label, lines: sheet.wrap(item.value, width - gap, STYLE.value) });
    x += width;
  }
  const tallest = Math.max(0, ...placed.map((item) => item.lines.length));
  return {
    height: STYLE.label.leading + 2 + tallest * STYLE.value.leading,
    draw(top) {
      for (const item of placed) {
        const below = sheet.lines([item.label], item.x, top, STYLE.label) + 2;
        sheet.lines(item.lines, item.x, below, STYLE.value);
      }
    },
  };
}
