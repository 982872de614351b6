import { HEIGHT, INK, SIZE, SOFT_INK, WIDTH } from './theme.ts';

/** Places of title, legend and plot, measured before anything is drawn so that nothing covers anything. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const FULL: Size = { width: WIDTH, height: HEIGHT };
/** Space left free at the edges. */
export const MARGIN = 26;

/**
 * Width of a text in pixels, estimated without a font: Hangul and other wide characters about 0.88 em in Pretendard,
 * capitals and digits 0.63, the rest 0.53.
 */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const char of text) {
    if (char > '\u10ff' && !/[\u2000-\u2bff]/.test(char)) em += 0.88;
    else if (/[A-Z0-9%=+≤≥→]/.test(char)) em += 0.63;
    else if (/[ilj.,:;'| ]/.test(char)) em += 0.28;
    else em += 0.54;
  }
  return em * size;
}

/** The font size at which the text fits, never under `least`. */
export function fitting(text: string, size: number, width: number, least = 13): number {
  const wide = textWidth(text, size);
  return wide <= width ? size : Math.max(least, Math.floor((size * width) / wide));
}

/** Cuts a text to a width, with a mark. */
export function cutTo(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (textWidth(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept}…`;
}

export interface Heading {
  readonly lines: readonly {
    readonly text: string;
    readonly y: number;
    readonly size: number;
    readonly colour: string;
    readonly weight: number;
  }[];
  /** Where the next thing may begin. */
  readonly bottom: number;
}

/** Title and subtitle of a picture; smaller in panels. */
export function headingOf(chart: { title: string; subtitle?: string }, size: Size): Heading {
  const width = size.width - 2 * MARGIN;
  const small = size.width < WIDTH * 0.7;
  const titleSize = fitting(chart.title, small ? SIZE.text + 1 : SIZE.title, width);
  const lines = [{ text: chart.title, y: small ? 32 : 44, size: titleSize, colour: INK, weight: 600 }];
  let bottom = small ? 44 : 58;
  if (chart.subtitle !== undefined && chart.subtitle !== '') {
    const subSize = fitting(chart.subtitle, small ? SIZE.small - 1 : SIZE.subtitle, width, 12);
    const text = cutTo(chart.subtitle, subSize, width);
    lines.push({ text, y: bottom + 16, size: subSize, colour: SOFT_INK, weight: 400 });
    bottom += small ? 24 : 28;
  }
  return { lines, bottom };
}

export interface LegendRows {
  readonly rows: number;
  readonly height: number;
}

export const LEGEND = { mark: 28, gap: 24, row: 30 } as const;

/** How many rows a legend takes. */
export function legendRows(names: readonly string[], size: Size): LegendRows {
  if (names.length === 0) return { rows: 0, height: 0 };
  const width = size.width - 2 * MARGIN;
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const wide = LEGEND.mark + 8 + textWidth(name, SIZE.small) + LEGEND.gap;
    if (used > 0 && used + wide - LEGEND.gap > width) {
      rows += 1;
      used = 0;
    }
    used += wide;
  }
  return { rows, height: rows * LEGEND.row + 4 };
}
