// `npm run gallery`: every demo's picture with its defaults, a sheet a family, in docs/gallery/.
// --lang en: the English ones; --each DIR: every picture on its own, at full size, into DIR; names limit it to these demos.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { svgToPng } from '../dist/charts/png.js';
import { chartSvg } from '../dist/charts/svg.js';
import { FAMILIES } from '../dist/demos/index.js';
import { runDemo, viewOf } from '../dist/demos/run.js';

const { values, positionals } = parseArgs({
  options: { lang: { type: 'string', default: 'ko' }, each: { type: 'string' } },
  allowPositionals: true,
});
const TILE = { width: 480, height: 269, gap: 12, columns: 3 };
const OUT = 'docs/gallery';

function svgOf(demo) {
  return chartSvg(viewOf(demo, runDemo(demo, {}), values.lang).chart);
}

/** Ids are counted from 0 in every picture; on one sheet they must not meet. */
function tile(svg, index) {
  const x = TILE.gap + (index % TILE.columns) * (TILE.width + TILE.gap);
  const y = TILE.gap + Math.floor(index / TILE.columns) * (TILE.height + TILE.gap);
  const size = `x="${x}" y="${y}" width="${TILE.width}" height="${TILE.height}"`;
  return svg
    .replace(
      /^<svg ([^>]*)/,
      (_, rest) => `<svg ${size} ${rest.replaceAll(/\b(?:width|height)="[^"]*"/g, '')}`,
    )
    .replaceAll(/(id="|url\(#)((?:p\d)?e\d+)/g, `$1t${index}$2`);
}

function sheet(svgs) {
  const rows = Math.ceil(svgs.length / TILE.columns);
  const width = TILE.columns * (TILE.width + TILE.gap) + TILE.gap;
  const height = rows * (TILE.height + TILE.gap) + TILE.gap;
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#dfe3e8"/>${svgs.map(tile).join('')}</svg>`;
}

if (values.each !== undefined) {
  mkdirSync(values.each, { recursive: true });
  for (const demo of FAMILIES.flatMap((family) => family.demos)) {
    if (positionals.length > 0 && !positionals.includes(demo.id)) continue;
    writeFileSync(join(values.each, `${demo.id}.${values.lang}.png`), svgToPng(svgOf(demo)));
  }
} else {
  mkdirSync(OUT, { recursive: true });
  const lines = ['# Gallery', '', 'Every demo with its defaults, written by `npm run gallery`.', ''];
  for (const family of FAMILIES.filter((one) => one.demos.length > 0)) {
    const name = `${family.id}.${values.lang}.png`;
    writeFileSync(join(OUT, name), svgToPng(sheet(family.demos.map(svgOf)), 1));
    lines.push(`## ${family.title.en} / ${family.title.ko}`, '', `![${family.title.en}](${name})`, '');
    lines.push(...family.demos.map((demo) => `* \`${demo.id}\` ${demo.title.en} / ${demo.title.ko}`), '');
  }
  if (values.lang === 'ko') writeFileSync(join(OUT, 'README.md'), lines.join('\n'));
}
