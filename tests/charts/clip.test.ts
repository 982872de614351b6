import { describe, expect, it } from 'vitest';
import type { PlaneChart, XyChart } from '../../src/charts/model.ts';
import { withoutFarAway } from '../../src/charts/plot/clip.ts';
import { chartPng } from '../../src/charts/png.ts';

const AXIS = { name: '', min: 0, max: 1 };

describe('what lies far outside fixed axes', () => {
  it('is left alone within one span of the ends, and on axes without fixed ends', () => {
    const near: [number, number][] = [
      [0, 0],
      [1.9, -0.9],
    ];
    expect(withoutFarAway(near, AXIS, AXIS, 'line')).toEqual(near);
    const far: [number, number][] = [
      [0, 0],
      [1e9, 1e9],
    ];
    expect(withoutFarAway(far, { name: '' }, { name: '' }, 'line')).toEqual(far);
  });

  it('is cut off where the line leaves and comes back', () => {
    const line = withoutFarAway(
      [
        [0, 0],
        [10, 20],
        [10, 30],
        [1, 1],
      ],
      AXIS,
      AXIS,
      'line',
    );
    expect(line.slice(0, 4)).toEqual([
      [0, 0],
      [1, 2],
      [10, null],
      [10, null],
    ]);
    expect(line[4]?.[1]).toBeCloseTo(2, 12);
    expect(line[5]).toEqual([1, 1]);
  });

  it('is a gap for lone points, which keeps the places of their labels', () => {
    expect(
      withoutFarAway(
        [
          [0, 0],
          [0.5, 1e6],
          [1, 1],
        ],
        AXIS,
        AXIS,
        'points',
      ),
    ).toEqual([
      [0, 0],
      [0.5, null],
      [1, 1],
    ]);
  });

  it('does not end the process when a picture is made of it', () => {
    const sides = [-1, 0, 1];
    const chart: PlaneChart = {
      kind: 'plane',
      title: 'far',
      x: { name: 'x' },
      y: { name: 'y' },
      field: {
        xs: sides,
        ys: sides,
        z: sides.map((y) => sides.map((x) => x * x + y * y)),
        show: 'contours',
        name: 'f',
      },
      series: [1e3, 1e6, 1e9].map((far) => ({
        name: '',
        x: [0, far, -far, 0],
        y: [0, far, -far / 2, 1],
        look: 'line',
        unlisted: true,
      })),
    };
    const steep: XyChart = {
      kind: 'xy',
      title: 'far',
      x: { name: 'x' },
      y: { name: 'y', log: true, min: 1, max: 10 },
      series: [{ name: '', x: [0, 1, 2], y: [1, 1e-300, 1e300], look: 'line' }],
    };
    expect(chartPng({ kind: 'panels', title: 'far', panels: [steep, chart] }).length).toBeGreaterThan(1000);
  });
});
