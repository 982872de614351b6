import { init } from 'echarts/dist/echarts.esm.min.mjs';
import type { Size } from '../frame.ts';
import type { Option } from './parts.ts';

/** Draws an option on the server (echarts SSR): SVG text, no browser. */
export function plotSvg(option: Option, size: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: size.width, height: size.height });
  try {
    chart.setOption(option);
    // The pointer styles are for browsers.
    return chart.renderToSVGString({ useViewBox: true }).replace(/<style ?>[\s\S]*?<\/style>/, '');
  } finally {
    chart.dispose();
  }
}
