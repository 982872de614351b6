// The line chart of the bench, drawn by others: for comparison only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createCanvas } from '@napi-rs/canvas';
import { Chart, registerables } from 'chart.js';

const PYTHON = `import io,time,math,matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
x=list(range(200)); y=[math.exp(-i/40)+0.1*math.sin(i/3) for i in x]
for _ in range(20):
    t=time.perf_counter(); f,a=plt.subplots(figsize=(10,5.6)); a.plot(x,y); a.set_title("loss"); a.set_xlabel("step"); a.set_ylabel("loss")
    f.savefig(io.BytesIO(),dpi=200); plt.close(f); print((time.perf_counter()-t)*1000)`;

/** Names and ways of drawing; 2,000 x 1,120 pixels, PNG. */
export async function others(x, y) {
  Chart.register(...registerables);
  const options = {
    animation: false,
    responsive: false,
    devicePixelRatio: 2,
    plugins: { title: { display: true, text: 'loss' } },
  };
  const data = { labels: x, datasets: [{ label: 'loss', data: y, pointRadius: 0 }] };
  const draw = () => {
    const canvas = createCanvas(1000, 560);
    const chart = new Chart(canvas.getContext('2d'), { type: 'line', data, options });
    canvas.toBuffer('image/png');
    chart.destroy();
  };
  return [['chart.js on @napi-rs/canvas', draw]];
}

/** Milliseconds of twenty drawings; none where Debian's python3-matplotlib is not installed. */
export function matplotlibTimes() {
  if (!existsSync('/usr/bin/python3')) return [];
  const { status, stdout } = spawnSync('/usr/bin/python3', ['-c', PYTHON], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().split('\n').map(Number) : [];
}
