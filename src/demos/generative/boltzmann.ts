import type { BarChart } from '../../charts/model.ts';
import { formatList, formatNumber, formatPercent } from '../../charts/number.ts';
import {
  binaryStates,
  energy as energyOf,
  freeEnergy,
  hiddenGivenVisible,
  logPartition,
  visibleGivenHidden,
} from '../../math/restricted-boltzmann.ts';
import { argMax } from '../../math/summary.ts';
import { defineDemo, refuse } from '../demo.ts';
import { floats, ints, matrix } from '../parameters.ts';

const LARGEST_WEIGHT = 20;

/** One entry for each row (visible unit) or column (hidden unit) of w. */
function oneEach(name: string, values: readonly unknown[], count: number, ofRows: boolean): void {
  if (values.length !== count)
    refuse(
      name,
      `개수가 w의 ${ofRows ? '행' : '열'} 수(${count})와 같아야 해요.`,
      `must have one entry for each ${ofRows ? 'row' : 'column'} of w (${count}).`,
    );
}

function bars(title: string, names: readonly string[], values: readonly number[], unit: string): BarChart {
  return {
    kind: 'bars',
    title,
    categories: names,
    x: { name: unit },
    y: { name: 'P', min: 0, max: 1 },
    series: [{ name: 'P', values }],
  };
}

export const boltzmann = defineDemo({
  id: 'boltzmann',
  title: { ko: '제한 볼츠만 머신', en: 'Restricted Boltzmann machine' },
  about: {
    ko: 'w의 행은 가시 유닛, 열은 은닉 유닛이고 에너지는 E = −b·v − c·h − vᵀWh, 확률은 e^(−E)/Z예요. Z는 모든 상태를 더해서 정확히 구해요(식은 Hinton, 2012).',
    en: 'Rows of w are visible units, columns hidden ones; the energy is E = −b·v − c·h − vᵀWh, the probability e^(−E)/Z, with Z summed exactly over all states (formulas as in Hinton, 2012).',
  },
  parameters: {
    w: matrix(
      [
        [1, -0.5],
        [0.5, 1],
        [-1, 0.5],
      ],
      '1..6',
      '1..6',
      '-20..20',
    ),
    b: floats([0, 0, 0], '1..6', '-20..20'),
    c: floats([0, 0], '1..6', '-20..20'),
    v: ints([1, 0, 1], '1..6', '0..1'),
    h: ints([1, 0], '1..6', '0..1'),
  },
  results: {
    energy: 'float',
    p_h: 'float[m]',
    p_v: 'float[n]',
    free_energy: 'float',
    log_z: 'float',
    p_visible: 'float',
  },
  run({ w, b, c, v, h }) {
    const columns = w[0]?.length ?? 0;
    oneEach('b', b, w.length, true);
    oneEach('v', v, w.length, true);
    oneEach('c', c, columns, false);
    oneEach('h', h, columns, false);
    const machine = { w, b, c };
    const free_energy = freeEnergy(machine, v);
    const log_z = logPartition(machine);
    return {
      energy: energyOf(machine, v, h),
      p_h: hiddenGivenVisible(machine, v),
      p_v: visibleGivenHidden(machine, h),
      free_energy,
      log_z,
      p_visible: Math.exp(-free_energy - log_z),
    };
  },
  view({ w, b, c, v, h }, { energy, p_h, p_v, free_energy, log_z, p_visible }, say) {
    const states = binaryStates(v.length);
    const shares = states.map((state) => Math.exp(-freeEnergy({ w, b, c }, state) - log_z));
    const top = argMax(shares);
    const now = states.findIndex((state) => state.every((bit, i) => bit === v[i]));
    return {
      chart: {
        kind: 'panels',
        title: say('조건부 확률과 가시 상태의 확률', 'Conditional and visible probabilities'),
        subtitle: `v = ${v.join('')}, h = ${h.join('')}`,
        panels: [
          bars(
            'P(h = 1 | v)',
            p_h.map((_, j) => `h${j}`),
            p_h,
            say('은닉 유닛', 'hidden unit'),
          ),
          bars(
            'P(v = 1 | h)',
            p_v.map((_, i) => `v${i}`),
            p_v,
            say('가시 유닛', 'visible unit'),
          ),
          {
            kind: 'bars',
            title: 'P(v)',
            categories: states.map((state) => state.join('')),
            x: { name: say('가시 상태', 'visible state') },
            y: { name: 'P', min: 0 },
            series: [{ name: 'P(v)', values: shares, colour: 'vermillion' }],
            chosen: [now],
            figures: false,
          },
        ],
      },
      see: say(
        `상태 v = ${v.join('')}의 확률은 ${formatPercent(p_visible)}, 가장 그럴듯한 상태는 ${(states[top] ?? []).join('')}(${formatPercent(shares[top] ?? 0)})예요. 같은 층끼리는 연결이 없어서 v가 주어지면 은닉 유닛들이 독립이고, 그래서 한꺼번에 샘플링할 수 있어요.`,
        `The state v = ${v.join('')} has probability ${formatPercent(p_visible)}; the likeliest one is ${(states[top] ?? []).join('')} (${formatPercent(shares[top] ?? 0)}). Units of one layer are not connected, so given v the hidden ones are independent and can be sampled all at once.`,
      ),
      numbers: [
        [say('에너지 E(v, h)', 'energy E(v, h)'), formatNumber(energy)],
        [say('자유 에너지 F(v)', 'free energy F(v)'), formatNumber(free_energy)],
        ['ln Z', formatNumber(log_z)],
        ['P(v)', formatNumber(p_visible)],
        ['P(h = 1 | v)', formatList(p_h, 6, 3)],
        ['P(v = 1 | h)', formatList(p_v, 6, 3)],
      ],
    };
  },
  variations: [
    { label: { ko: 'v 뒤집기', en: 'flip v' }, change: ({ v }) => ({ v: v.map((bit) => 1 - bit) }) },
    { label: { ko: 'h 뒤집기', en: 'flip h' }, change: ({ h }) => ({ h: h.map((bit) => 1 - bit) }) },
    {
      label: { ko: 'w × 3 (더 뾰족한 분포)', en: 'w × 3 (a sharper distribution)' },
      change: ({ w }) =>
        w.flat().every((value) => Math.abs(value * 3) <= LARGEST_WEIGHT)
          ? { w: w.map((row) => row.map((value) => value * 3)) }
          : undefined,
    },
    {
      label: { ko: 'w = 0 (층 사이가 끊김)', en: 'w = 0 (layers cut apart)' },
      change: ({ w }) => ({ w: w.map((row) => row.map(() => 0)) }),
    },
  ],
});
