import type { Colour } from './model.ts';

/**
 * How pictures look. Chat shows them at about half their size, so text is large and lines are thick.
 * Colours: Okabe and Ito, "Color Universal Design" (2008), darkened where white paper asks for 3:1 (WCAG 2.2, 1.4.11).
 */

export const WIDTH = 1000;
export const HEIGHT = 560;
/** Device pixels a unit. */
export const ZOOM = 2;

export const FONT = 'Pretendard';
export const SIZE = { title: 27, subtitle: 19, text: 20, small: 17 } as const;

export const COLOURS: Readonly<Record<Colour, string>> = {
  blue: '#0072B2',
  vermillion: '#D55E00',
  green: '#00805E',
  purple: '#B5578F',
  orange: '#C77F00',
  sky: '#2E93CC',
  grey: '#7A828C',
  black: '#1C2127',
};
/** In the order in which series take them. */
export const ORDER: readonly Colour[] = [
  'blue',
  'vermillion',
  'green',
  'purple',
  'orange',
  'sky',
  'black',
  'grey',
];

export const PAPER = '#FFFFFF';
export const INK = '#1C2127';
export const SOFT_INK = '#57606A';
export const GRID = '#E3E7EB';
export const AXIS = '#A5ADB6';
export const MUTED = '#C9D0D8';

/** White to blue, for values from small to large (lightness falls evenly). */
export const SEQUENTIAL: readonly string[] = [
  '#F6FAFD',
  '#CFE3F2',
  '#94C3E3',
  '#4E9BCB',
  '#0072B2',
  '#00446B',
];
/** Vermillion below, white at, blue above the middle. */
export const DIVERGING: readonly string[] = [
  '#A04500',
  '#D55E00',
  '#F0AE7C',
  '#FAFAFA',
  '#86BBDD',
  '#0072B2',
  '#004B76',
];
export const GREYS: readonly string[] = ['#14181C', '#FFFFFF'];
/** Light regions behind points of the same class, in the order of ORDER. */
export const TINTS: readonly string[] = [
  '#D6E8F4',
  '#FBE3D2',
  '#D3EDE4',
  '#F3DFEB',
  '#F8EACD',
  '#DDEFF9',
  '#E4E6E9',
  '#EEF0F2',
];

export function colourOf(given: Colour | undefined, index: number): string {
  return COLOURS[given ?? ORDER[index % ORDER.length] ?? 'blue'];
}
