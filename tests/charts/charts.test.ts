import { describe, expect, it } from 'vitest';
import { altText, MAX_ALT } from '../../src/charts/alt.ts';
import { cutTo, textWidth } from '../../src/charts/frame.ts';
import { circle, layers } from '../../src/charts/layout.ts';
import type { Chart } from '../../src/charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../src/charts/number.ts';
import { chartPng, svgToPng } from '../../src/charts/png.ts';
import { chartSvg } from '../../src/charts/svg.ts';
import { cellsOf, chartText } from '../../src/charts/text.ts';
import { COLOURS, HEIGHT, PAPER, WIDTH, ZOOM } from '../../src/charts/theme.ts';
import { EXAMPLES, HOSTILE } from './examples.ts';

const kinds = Object.entries(EXAMPLES);

/** Width and height of a PNG, from its header (ISO/IEC 15948, 11.2.2). */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return [view.getUint32(16), view.getUint32(20)];
}

function titled(title: string): Chart {
  return { kind: 'table', title, columns: [''], rows: [['']] };
}

describe('a picture', () => {
  it.each(kinds)('of kind %s is an SVG with its words, none of them markup', (_kind, chart) => {
    const svg = chartSvg(chart);
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toContain('<b>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg).toContain(chart.title === HOSTILE ? '&lt;b&gt;&amp;&quot;한글&quot;&lt;/b&gt;' : chart.title);
    expect(chartSvg(chart), 'the same again').toBe(svg);
  });

  it.each(kinds)(
    'of kind %s becomes a PNG of 2,000 x 1,120 pixels, or as tall as its rows',
    (kind, chart) => {
      const [width, height] = sizeOf(chartPng(chart));
      expect(width).toBe(WIDTH * ZOOM);
      if (kind === 'board' || kind === 'calendar') expect(height).toBeLessThan(HEIGHT * ZOOM * 1.3);
      else expect(height).toBe(HEIGHT * ZOOM);
    },
  );

  it('shows each syllable as itself', () => {
    const pictures = ['가', '뷁', '힣', 'A', ''].map((word) =>
      Buffer.from(chartPng(titled(word))).toString('base64'),
    );
    expect(new Set(pictures).size).toBe(pictures.length);
  });

  it('of a board draws no name in letters that the font lacks', () => {
    const board = (name: string): Chart => ({
      kind: 'board',
      title: 't',
      rows: [{ place: 1, name, value: 1, figure: '1' }],
    });
    expect(chartSvg(board('😀 지우 🎉'))).toContain('>지우<');
    expect(chartSvg(board('漢字 ไทย 👨‍👩‍👧'))).toContain('>–<');
  });

  it('of a board marks a gap between places', () => {
    const rows = (places: readonly number[]): Chart => ({
      kind: 'board',
      title: 't',
      rows: places.map((place) => ({ place, name: 'n', value: 1, figure: '1' })),
    });
    expect(chartSvg(rows([1, 2])).match(/<circle/g)).toBeNull();
    expect(chartSvg(rows([1, 2, 57])).match(/<circle/g)).toHaveLength(3);
  });

  it('asks the system for no font: an unknown family is drawn with ours', () => {
    const draw = (family: string, word: string) =>
      Buffer.from(
        svgToPng(
          `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><text x="5" y="30" font-size="24" font-family="${family}">${word}</text></svg>`,
        ),
      ).toString('base64');
    expect(draw('Nowhere Sans', '글')).toBe(draw('Pretendard', '글'));
    expect(draw('Nowhere Sans', '글')).not.toBe(draw('Nowhere Sans', '자'));
  });

  it('of nothing is drawn all the same', () => {
    const empty: Chart[] = [
      { kind: 'xy', title: 't', x: { name: '' }, y: { name: '' }, series: [] },
      { kind: 'bars', title: 't', categories: [], x: { name: '' }, y: { name: '' }, series: [] },
      { kind: 'gantt', title: 't', x: { name: '' }, rows: [], spans: [] },
      { kind: 'graph', title: 't', nodes: [], edges: [] },
      {
        kind: 'matrix',
        title: 't',
        x: { name: '' },
        y: { name: '' },
        columns: [],
        rows: [],
        values: [],
        scale: 'sequential',
        value: '',
      },
      { kind: 'images', title: 't', images: [] },
      { kind: 'table', title: 't', columns: [], rows: [] },
      { kind: 'tree', title: 't', root: { label: 'a' } },
    ];
    for (const chart of empty) expect(chartSvg(chart), chart.kind).not.toMatch(/NaN|Infinity/);
  });

  it('survives control characters and halves of characters', () => {
    expect(sizeOf(chartPng(titled('a\u0000b\ud800c\u000bd')))).toEqual([WIDTH * ZOOM, HEIGHT * ZOOM]);
  });
});

describe('colours', () => {
  /** Relative luminance (WCAG 2.2). */
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };

  it.each(Object.entries(COLOURS))('%s stands out from the paper by 3:1', (_name, colour) => {
    expect((luminance(PAPER) + 0.05) / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(3);
  });
});

describe('numbers in words', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [1, '1'],
    [-2.5, '−2.5'],
    [1234, '1234'],
    [12345, '12,345'],
    [0.00001236, '1.236×10⁻⁵'],
    [1e-8, '10⁻⁸'],
    [-1e7, '−10,000,000'],
    [1.5e12, '1.5×10¹²'],
    [0.1 + 0.2, '0.3'],
    [99.996, '100'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '∞'],
  ])('%d reads %s', (value, words) => {
    expect(formatNumber(value)).toBe(words);
  });

  it('lists and shares', () => {
    expect(formatList([1, null, 2.5], 2)).toBe('1, –, …');
    expect(formatPercent(0.256)).toBe('25.6%');
  });
});

describe('text about a picture', () => {
  it.each(kinds)('of kind %s says what it is and what to see', (_kind, chart) => {
    const words = altText(chart, '여기서 줄어들어요.', 'ko');
    expect(words).toContain(chart.title);
    expect(words).toContain('여기서 줄어들어요.');
    expect([...words].length).toBeLessThanOrEqual(MAX_ALT);
  });

  it('is cut with a mark where it would be too long', () => {
    const words = altText(EXAMPLES.xy, '가'.repeat(2000), 'ko');
    expect([...words].length).toBe(MAX_ALT);
    expect(words.endsWith('…')).toBe(true);
  });

  it('stands in a terminal as blocks and columns', () => {
    const bars = chartText({
      kind: 'bars',
      title: 't',
      categories: ['하나', 'b'],
      x: { name: '' },
      y: { name: '' },
      series: [{ name: 's', values: [2, 1] }],
    });
    const [, first = '', second = ''] = bars.split('\n');
    expect(first).toMatch(/^하나 +█+ 2$/);
    expect(first.match(/█/g)?.length).toBe(2 * (second.match(/█/g)?.length ?? 0));
    expect(chartText(EXAMPLES.panels)).toContain('왼쪽');
    expect(cellsOf('가a')).toBe(3);
  });
});

describe('places', () => {
  it('estimates Hangul wider than Latin, and cuts with a mark', () => {
    expect(textWidth('가나다', 20)).toBeGreaterThan(textWidth('abc', 20));
    expect(cutTo('아주 긴 이름이에요', 20, 80)).toMatch(/…$/);
    expect(textWidth(cutTo('아주 긴 이름이에요', 20, 80), 20)).toBeLessThanOrEqual(80);
  });

  it('puts layers in columns and a circle on the unit circle', () => {
    expect(layers([2, 1])).toEqual([
      [
        { x: 0, y: 0.5 },
        { x: 0, y: -0.5 },
      ],
      [{ x: 2, y: 0 }],
    ]);
    for (const { x, y } of circle(7)) expect(Math.hypot(x, y)).toBeCloseTo(1, 12);
  });
});
