// The second half of `npm run bench`: demos, their pictures, and the same line chart drawn by others.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chartPng } from '../dist/charts/png.js';
import { chartSvg } from '../dist/charts/svg.js';
import { CATALOGUE } from '../dist/demos/catalogue.js';
import { DEMOS } from '../dist/demos/index.js';
import { runDemo, viewOf } from '../dist/demos/run.js';
import { WORKER } from '../dist/paths.js';
import { createWork } from '../dist/work/pool.js';

const sorted = (times) => times.toSorted((a, b) => a - b);
const at = (times, share) => (sorted(times)[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
const pause = () => new Promise((resolve) => setImmediate(resolve));
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
    // Finalisers of native handles run between tasks, as they do in the worker.
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

const { createCanvas } = await import('@napi-rs/canvas');
const { Chart, registerables } = await import('chart.js');
Chart.register(...registerables);
const options = {
  animation: false,
  responsive: false,
  devicePixelRatio: 2,
  plugins: { title: { display: true, text: 'loss' } },
};
const data = { labels: x, datasets: [{ label: 'loss', data: y, pointRadius: 0 }] };
report(
  'the same: chart.js on @napi-rs/canvas',
  await timed(20, () => {
    const canvas = createCanvas(1000, 560);
    const chart = new Chart(canvas.getContext('2d'), { type: 'line', data, options });
    canvas.toBuffer('image/png');
    chart.destroy();
  }),
);
const PYTHON = `import io,time,math,matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
x=list(range(200)); y=[math.exp(-i/40)+0.1*math.sin(i/3) for i in x]
for _ in range(20):
    t=time.perf_counter(); f,a=plt.subplots(figsize=(10,5.6)); a.plot(x,y); a.set_title("loss"); a.set_xlabel("step"); a.set_ylabel("loss")
    f.savefig(io.BytesIO(),dpi=200); plt.close(f); print((time.perf_counter()-t)*1000)`;
const python = existsSync('/usr/bin/python3')
  ? spawnSync('/usr/bin/python3', ['-c', PYTHON], { encoding: 'utf8' })
  : undefined;
if (python?.status === 0) report('the same: matplotlib', python.stdout.trim().split('\n').map(Number));
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
