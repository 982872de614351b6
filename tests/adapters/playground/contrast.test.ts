import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** WCAG 2.2, 1.4.3 and 1.4.11, computed from the style sheet that is served. */

const CSS = readFileSync(
  new URL('../../../src/adapters/playground/assets/base.css', import.meta.url),
  'utf8',
);

type Theme = 'light' | 'dark';

function colour(name: string, theme: Theme): [number, number, number] {
  const found = new RegExp(`--${name}: light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)`).exec(CSS);
  const hex = theme === 'light' ? found?.[1] : found?.[2];
  if (hex === undefined) throw new Error(`base.css has no colour --${name}`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: [number, number, number]): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(first: string, second: string, theme: Theme): number {
  const [light, dark] = [luminance(colour(first, theme)), luminance(colour(second, theme))].sort(
    (a, b) => b - a,
  );
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const GROUNDS = ['page', 'side', 'raised', 'sunken', 'veil', 'accent-soft', 'groove', 'picked', 'hover'];
const TEXT: readonly [string, readonly string[]][] = [
  ['ink', GROUNDS],
  ['dim', GROUNDS],
  ['accent', ['page', 'side', 'raised', 'veil', 'sunken', 'accent-soft', 'hover']],
  ['on-accent', ['accent']],
  ['ink', ['avatar']],
  ['covered', ['covered-soft', 'raised']],
  ['missed', ['missed-soft', 'raised', 'page']],
  ['wrong', ['wrong-soft', 'raised', 'page']],
];
/** Borders by which a control is known, the focus ring, and filled parts of meters. */
const SHAPES: readonly [string, readonly string[]][] = [
  ['edge-strong', ['page', 'raised']],
  ['accent', ['page', 'side', 'raised', 'veil', 'groove', 'track']],
  ['covered', ['raised', 'track']],
  ['missed', ['raised', 'track']],
  ['wrong', ['raised', 'track']],
];

const pairs = (list: typeof TEXT) =>
  list.flatMap(([over, grounds]) => grounds.map((ground) => [over, ground] as const));

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(pairs(TEXT))('%s on %s can be read (4.5 : 1)', (over, ground) => {
    expect(contrast(over, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(SHAPES))('%s on %s can be seen (3 : 1)', (over, ground) => {
    expect(contrast(over, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

describe('colours', () => {
  it('are all named in base.css, so that this test sees them', () => {
    for (const name of ['layout', 'chat', 'card', 'composer', 'dialog']) {
      const css = readFileSync(
        new URL(`../../../src/adapters/playground/assets/${name}.css`, import.meta.url),
        'utf8',
      );
      expect(css.replaceAll(/#0000[0-9a-f]{4}\b/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b(?=[;),\s])/i);
    }
  });
});
