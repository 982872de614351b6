import { describe, expect, it } from 'vitest';
import type { XyChart, XySeries } from '../../src/charts/model.ts';
import { chartSvg } from '../../src/charts/svg.ts';
import { COLOURS } from '../../src/charts/theme.ts';

function plot(look: XySeries['look'], markAt?: number): string {
  const chart: XyChart = {
    kind: 'xy',
    title: 'points',
    x: { name: 'x' },
    y: { name: 'y', min: 0, max: 0.01 },
    series: [{ name: 'points', x: [0, 1], y: [0.002, 0.008], look, colour: 'blue' }],
    ...(markAt === undefined ? {} : { marks: [{ axis: 'y', at: markAt, label: '' }] }),
  };
  return chartSvg(chart);
}

describe('plots', () => {
  it('draw the edge of hollow points in the colour of their series', () => {
    expect(plot('hollow')).toContain(`stroke="${COLOURS.blue}"`);
  });

  it('put a mark at its exact place, also where all values are small', () => {
    const height = (at: number): string | undefined =>
      /<path d="M[\d.]+ ([\d.]+)L[^>]*stroke-dasharray/.exec(plot('points', at))?.[1];
    expect(height(0.0041)).toMatch(/\d/);
    expect(height(0.0041)).not.toBe(height(0.0044));
  });
});
