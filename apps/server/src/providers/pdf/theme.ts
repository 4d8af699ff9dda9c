import type { FontName } from './fonts.ts';

/** Lengths are PDF points (1/72 inch); A4. */
export const PAGE = { width: 595.28, height: 841.89, left: 48, right: 547.28, top: 44, bottom: 780 };
export const CONTENT_WIDTH = PAGE.right - PAGE.left;

export const COLOR = {
  ink: '#17212b',
  soft: '#5a6672',
  hairline: '#dde2e7',
  tint: '#f4f6f8',
  accent: '#12465a',
  white: '#ffffff',
};

export interface Style {
  font: FontName;
  size: number;
  /** Distance between baselines. */
  leading: number;
  color: string;
  /** Digits of equal width, for numbers that stand in columns. */
  tabular?: boolean;
  /** Extra space between characters. */
  tracking?: number;
}

const style = (font: FontName, size: number, leading: number, color: string, more: Partial<Style> = {}) =>
  ({ font, size, leading, color, ...more }) satisfies Style;

export const STYLE = {
  title: style('semibold', 21, 26, COLOR.accent, { tracking: 0.6 }),
  number: style('regular', 11, 16, COLOR.soft),
  firm: style('semibold', 16, 20, COLOR.ink),
  name: style('semibold', 10, 14, COLOR.ink),
  body: style('regular', 9, 13, COLOR.ink),
  soft: style('regular', 9, 13, COLOR.soft),
  label: style('regular', 7.5, 11, COLOR.soft),
  value: style('semibold', 9, 13, COLOR.ink),
  heading: style('semibold', 9, 14, COLOR.ink),
  figure: style('regular', 9, 13, COLOR.ink, { tabular: true }),
  smallFigure: style('regular', 7, 13, COLOR.ink, { tabular: true }),
  columnHead: style('semibold', 7.5, 11, COLOR.soft),
  total: style('semibold', 12, 15, COLOR.white, { tabular: true }),
  legal: style('regular', 7.5, 11, COLOR.soft),
  foot: style('regular', 7, 10, COLOR.soft),
  watermark: style('semibold', 108, 108, COLOR.soft),
};
