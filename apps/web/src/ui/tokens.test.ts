import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

/** The colours of a theme that are plain hex values. */
function coloursOf(theme: string): Map<string, string> {
  const block = new RegExp(`\\[data-theme="${theme}"\\] \\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken'];
const INKS = ['ink', 'ink-muted', 'ink-faint', 'accent-ink', 'info', 'success', 'warning', 'danger'];
const TINTS = ['info', 'success', 'warning', 'danger'];

const TEXT: [text: string, ground: string][] = [
  ...GROUNDS.flatMap((ground) => INKS.map((ink): [string, string] => [ink, ground])),
  ...TINTS.map((tone): [string, string] => [tone, `${tone}-soft`]),
  ['accent-ink', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-muted', 'accent-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  // The tooltip turns ink and surface around.
  ['surface', 'ink'],
];
/** Outlines that say what can be used (WCAG 1.4.11). */
const OUTLINES: [string, string][] = GROUNDS.slice(0, 3).map((ground) => ['line-control', ground]);

it.for(['light', 'dark'])('keeps text legible in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const ratio = ([one, other]: [string, string]) =>
    contrast(colours.get(one) ?? '#000000', colours.get(other) ?? '#000000');
  const weak = (pairs: [string, string][], least: number) =>
    pairs
      .filter((pair) => ratio(pair) < least)
      .map((pair) => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`);
  expect(weak(TEXT, 4.5)).toEqual([]);
  expect(weak(OUTLINES, 3)).toEqual([]);
});
