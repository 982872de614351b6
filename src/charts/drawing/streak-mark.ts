import { element, px } from './element.ts';

/** The mark of streaks, a nabla, drawn: a font may not have it. `x` is its left edge, `middle` its middle. */
export function nabla(x: number, middle: number, size: number, colour: string): string {
  const half = size * 0.43;
  const points = [
    [x, middle - half],
    [x + size, middle - half],
    [x + size / 2, middle + half],
  ];
  return element('path', {
    d: `M${points.map(([left = 0, top = 0]) => `${px(left)} ${px(top)}`).join('L')}Z`,
    fill: 'none',
    stroke: colour,
    'stroke-width': size * 0.17,
    'stroke-linejoin': 'round',
  });
}
