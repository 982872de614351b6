import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Resvg } from '@resvg/resvg-js';
import type { Chart } from './model.ts';
import { chartSvg } from './svg.ts';
import { FONT, ZOOM } from './theme.ts';

/** A chart as a PNG of 2,000 x 1,120 pixels, with the fonts that come with us: the system's are never asked. */

const FONT_FILES = ['Pretendard-Regular.otf', 'Pretendard-SemiBold.otf'].map((name) =>
  fileURLToPath(new URL(`./fonts/${name}`, import.meta.url)),
);

/**
 * A picture of 9 MB of pixels is freed only when its JavaScript handle is collected, and the collector does not see those
 * 9 MB. Without this a row of pictures takes several times the memory, and each twice the time (every page is a new one).
 */
function makeCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  return typeof collect === 'function'
    ? () => void Reflect.apply(collect, undefined, [{ type: 'minor' }])
    : () => {};
}

let collector: (() => void) | undefined;

export function svgToPng(svg: string, zoom = ZOOM): Uint8Array {
  const picture = new Resvg(svg, {
    font: { fontFiles: FONT_FILES, loadSystemFonts: false, defaultFontFamily: FONT },
    fitTo: { mode: 'zoom', value: zoom },
  });
  const png = picture.render().asPng();
  // Once this call is over nothing holds the picture any more.
  setImmediate(() => {
    collector ??= makeCollector();
    collector();
  });
  return png;
}

export function chartPng(chart: Chart): Uint8Array {
  return svgToPng(chartSvg(chart));
}
