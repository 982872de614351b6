import { init } from 'echarts/dist/echarts.esm.min.mjs';
import type { Size } from '../frame.ts';
import type { Option } from './parts.ts';

/**
 * Leaves out what only browsers use (pointer styles, their classes, notes about the data), and numbers the clips from 0:
 * echarts counts them on through the life of the process, and the same chart must give the same text.
 */
function tidied(svg: string): string {
  const ids = new Map<string, string>();
  return svg
    .replace(/<style ?>[\s\S]*?<\/style>/, '')
    .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replaceAll(/\bzr\d+-\w+\b/g, (id) => {
      const known = ids.get(id) ?? `e${ids.size}`;
      ids.set(id, known);
      return known;
    });
}

/** Draws an option on the server (echarts SSR): SVG text, no browser. */
export function plotSvg(option: Option, size: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption(option);
    return tidied(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    chart.dispose();
  }
}
