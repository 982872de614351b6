import { formatNumber, formatPercent } from '../../charts/number.ts';
import { argMax } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { defineDemo } from '../demo.ts';
import { float, ints } from '../parameters.ts';

/** The same work on n processors (Amdahl, AFIPS 1967). */
function speedupOf(parallel: number, n: number): number {
  return 1 / (1 - parallel + parallel / n);
}

/** Work that grows with the machine, in the same time (Gustafson, CACM 31(5), 1988). */
function scaledSpeedup(parallel: number, n: number): number {
  return 1 - parallel + parallel * n;
}

const CURVE = 121;

export const amdahl = defineDemo({
  id: 'amdahl',
  title: { ko: '암달의 법칙(병렬화 한계)', en: "Amdahl's law" },
  about: {
    ko: '일의 비율 p만 n개로 나눌 수 있을 때의 속도 향상 1/((1 − p) + p/n)이고, n을 늘려도 1/(1 − p)를 넘지 못해요. 구스타프슨의 법칙은 일의 크기를 n에 맞춰 늘릴 때의 (1 − p) + p·n이에요.',
    en: 'The speed-up 1/((1 − p) + p/n) when only a share p of the work can be split among n, never above 1/(1 − p). Gustafson’s law, (1 − p) + p·n, lets the work grow with n.',
  },
  parameters: {
    parallel: float(0.9, '0..1'),
    n: ints([1, 2, 4, 8, 16, 64], '1..20', '1..1000000'),
  },
  results: { speedup: 'float[m]', efficiency: 'float[m]', gustafson: 'float[m]', limit: 'float?' },
  run({ parallel, n }) {
    const speedup = n.map((count) => speedupOf(parallel, count));
    return {
      speedup,
      efficiency: speedup.map((value, i) => value / (n[i] ?? 1)),
      gustafson: n.map((count) => scaledSpeedup(parallel, count)),
      limit: parallel === 1 ? null : 1 / (1 - parallel),
    };
  },
  view({ parallel, n }, { speedup, efficiency, gustafson, limit }, say) {
    const most = argMax(n);
    const widest = Math.max(2, n[most] ?? 1);
    const counts = linspace(0, Math.log(widest), CURVE).map((at, i) =>
      i === CURVE - 1 ? widest : Math.exp(at),
    );
    const reached = limit === null ? undefined : (speedup[most] ?? 0) / limit;
    return {
      chart: {
        kind: 'xy',
        title: say('프로세서 수에 따른 속도 향상', 'Speed-up against processors'),
        subtitle: say(
          `병렬 비율 p = ${formatNumber(parallel)}`,
          `parallel share p = ${formatNumber(parallel)}`,
        ),
        x: { name: say('프로세서 수 n (로그)', 'processors n (log)'), log: true, min: 1, max: widest },
        y: { name: say('속도 향상 (배, 로그)', 'speed-up (times, log)'), log: true, min: 1 },
        series: [
          {
            name: say('암달 (일의 크기 그대로)', 'Amdahl (fixed work)'),
            x: counts,
            y: counts.map((count) => speedupOf(parallel, count)),
            look: 'line',
            colour: 'blue',
          },
          {
            name: say('구스타프슨 (일도 함께 늘림)', 'Gustafson (scaled work)'),
            x: counts,
            y: counts.map((count) => scaledSpeedup(parallel, count)),
            look: 'dashed',
            colour: 'green',
          },
          {
            name: say('계산한 n', 'the given n'),
            x: n,
            y: speedup,
            look: 'points',
            colour: 'blue',
            unlisted: true,
          },
          { name: say('이상적', 'ideal'), x: [1, widest], y: [1, widest], look: 'dashed', colour: 'grey' },
        ],
        marks:
          limit === null || limit > widest
            ? []
            : [
                {
                  axis: 'y',
                  at: limit,
                  label: say(`한계 ${formatNumber(limit)}배`, `limit ${formatNumber(limit)}×`),
                  colour: 'vermillion',
                },
              ],
      },
      see:
        reached === undefined
          ? say(
              '일을 모두 나눌 수 있어서(p = 1) 속도가 프로세서 수만큼 올라요. 실제로는 동기화와 통신 때문에 이렇게 되지 않아요.',
              'All the work can be split (p = 1), so speed grows with the processors; synchronization and communication prevent that in practice.',
            )
          : say(
              `나눌 수 없는 ${formatPercent(1 - parallel)} 때문에 ${formatNumber(n[most] ?? 1)}개를 써도 ${formatNumber(speedup[most] ?? 0)}배, 한계 ${formatNumber(limit ?? 0)}배의 ${formatPercent(reached)}예요. 이때 프로세서 하나의 효율은 ${formatPercent(efficiency[most] ?? 0)}예요.`,
              `Because ${formatPercent(1 - parallel)} cannot be split, ${formatNumber(n[most] ?? 1)} ${n[most] === 1 ? 'processor gives' : 'processors give'} ${formatNumber(speedup[most] ?? 0)}×, ${formatPercent(reached)} of the limit ${formatNumber(limit ?? 0)}×; the efficiency of each is then ${formatPercent(efficiency[most] ?? 0)}.`,
            ),
      numbers: [
        [
          say(
            `속도 향상 (n = ${formatNumber(n[most] ?? 1)})`,
            `speed-up (n = ${formatNumber(n[most] ?? 1)})`,
          ),
          `${formatNumber(speedup[most] ?? 0)}×`,
        ],
        [say('한계', 'limit'), limit === null ? '∞' : `${formatNumber(limit)}×`],
        [say('효율', 'efficiency'), formatPercent(efficiency[most] ?? 0)],
        [say('구스타프슨', 'Gustafson'), `${formatNumber(gustafson[most] ?? 0)}×`],
      ],
      table: {
        columns: ['n', say('암달', 'Amdahl'), say('효율', 'efficiency'), say('구스타프슨', 'Gustafson')],
        rows: n.map((count, i) => [
          formatNumber(count),
          formatNumber(speedup[i] ?? 0),
          formatPercent(efficiency[i] ?? 0),
          formatNumber(gustafson[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'p = 0.5', en: 'p = 0.5' }, change: () => ({ parallel: 0.5 }) },
    { label: { ko: 'p = 0.99', en: 'p = 0.99' }, change: () => ({ parallel: 0.99 }) },
    { label: { ko: 'p = 1 (모두 병렬)', en: 'p = 1 (all parallel)' }, change: () => ({ parallel: 1 }) },
    {
      label: { ko: 'n을 1024까지', en: 'n up to 1024' },
      change: () => ({ n: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024] }),
    },
  ],
});
