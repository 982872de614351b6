// The second half of `npm run bench`: demos, their pictures, and the same line chart drawn by others.
import { chartSvg } from '../dist/charts/svg.js';
import { CATALOGUE } from '../dist/demos/catalogue.js';
import { DEMOS } from '../dist/demos/index.js';
import { runDemo, viewOf } from '../dist/demos/run.js';
import { WORKER } from '../dist/paths.js';
import { createWork } from '../dist/work/pool.js';
import { matplotlibTimes, others } from './other-charts.mjs';

// As main.ts does before it starts the workers.
process.env.MIMALLOC_PURGE_DELAY ??= '-1';
const { chartPng } = await import('../dist/charts/png.js');

const sorted = (times) => times.toSorted((a, b) => a - b);
const at = (times, share) => (sorted(times)[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
/** Long enough for the last picture to be let go of, as between two tasks of a worker. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
const report = (name, times) =>
  console.log(
    `${name.padEnd(44)} median ${at(times, 0.5)} ms   p95 ${at(times, 0.95)} ms   max ${at(times, 1)} ms   n ${times.length}`,
  );

async function timed(count, task) {
  const times = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await task(i);
    times.push(performance.now() - start);
    await pause();
  }
  return times;
}

const charts = DEMOS.map((demo) => viewOf(demo, runDemo(demo, {}), 'ko').chart);
report('run a demo with its defaults', await timed(DEMOS.length, (i) => runDemo(DEMOS[i], {})));
report('its chart as SVG', await timed(charts.length, (i) => chartSvg(charts[i])));
report('its chart as PNG', await timed(charts.length, (i) => chartPng(charts[i])));

const x = Array.from({ length: 200 }, (_, i) => i);
const y = x.map((i) => Math.exp(-i / 40) + 0.1 * Math.sin(i / 3));
const line = {
  kind: 'xy',
  title: 'loss',
  x: { name: 'step' },
  y: { name: 'loss' },
  series: [{ name: 'loss', x, y, look: 'line' }],
};
report('a line of 200 points: ours', await timed(20, () => chartPng(line)));

for (const [name, draw] of await others(x, y)) report(`the same: ${name}`, await timed(20, draw));
const python = matplotlibTimes();
if (python.length > 0) report('the same: matplotlib', python);
else console.log(`${'the same: matplotlib'.padEnd(44)} not installed (python3-matplotlib)`);

const work = createWork({ file: WORKER, demos: CATALOGUE });
const ask = (i, given = {}) => ({ id: CATALOGUE[i % CATALOGUE.length].id, given, locale: 'ko' });
await work.demo(ask(0), 'warm');
await work.picture(line);
report('a picture from the cache', await timed(200, () => work.picture(line)));
const flood = Array.from({ length: 10 }, (_, i) =>
  work.demo(ask(i * 7 + 1), `member-${i}`).then((run) => work.picture(run.chart)),
);
const ticks = timed(200, () => new Promise((resolve) => setTimeout(resolve, 1)));
await Promise.all(flood);
report('the chat’s thread while ten demos run', await ticks);
await work.close();
