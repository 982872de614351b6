import { formatNumber, formatPercent } from '../../charts/number.ts';
import { logSumExp, softmax as softmaxOf } from '../../math/softmax.ts';
import { argMax } from '../../math/summary.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, floats } from '../parameters.ts';

export const softmax = defineDemo({
  id: 'softmax',
  title: { ko: '소프트맥스와 온도', en: 'Softmax with temperature' },
  about: {
    ko: '점수를 온도로 나눈 뒤 소프트맥스로 확률을 만들어요: p = exp(z/T) / Σ exp(z/T). 넘침을 막으려고 최댓값을 빼고 계산해요.',
    en: 'Turns scores into probabilities after dividing by a temperature: p = exp(z/T) / Σ exp(z/T), with the maximum taken out so that nothing overflows.',
  },
  parameters: {
    z: floats([2, 1, 0.1], '1..100', '-700..700'),
    temperature: float(1, '0.01..100'),
  },
  results: { p: 'float[n]', log_p: 'float[n]', entropy: 'float', argmax: 'int' },
  run({ z, temperature }) {
    const scaled = z.map((value) => value / temperature);
    const p = softmaxOf(scaled);
    const total = logSumExp(scaled);
    const log_p = scaled.map((value) => value - total);
    // 0 ln 0 counts as 0.
    const entropy = -p.reduce((sum, value, i) => sum + (value === 0 ? 0 : value * (log_p[i] ?? 0)), 0);
    return { p, log_p, entropy, argmax: argMax(z) };
  },
  view({ z, temperature }, { p, entropy, argmax }, say) {
    const top = p[argmax] ?? 0;
    const most = Math.log(p.length);
    return {
      chart: {
        kind: 'bars',
        title: say('소프트맥스 확률', 'Softmax probabilities'),
        subtitle: say(
          `온도 T = ${formatNumber(temperature)}`,
          `temperature T = ${formatNumber(temperature)}`,
        ),
        categories: z.map((value, i) => (z.length <= 12 ? `${i}: z = ${formatNumber(value)}` : String(i))),
        x: { name: say('클래스', 'class') },
        y: { name: say('확률', 'probability'), min: 0, max: 1 },
        series: [{ name: say('확률', 'probability'), values: p }],
        chosen: [argmax],
      },
      see: say(
        `가장 큰 점수의 클래스 ${withJosa(argmax, '이/가')} ${formatPercent(top)}를 가져가요. 온도를 올리면 확률이 고르게 퍼지고, 내리면 한쪽으로 쏠려요.`,
        `Class ${argmax}, with the largest score, takes ${formatPercent(top)}. A higher temperature evens the probabilities out, a lower one sharpens them.`,
      ),
      numbers: [
        [say('가장 큰 확률', 'largest probability'), formatPercent(top)],
        [say('엔트로피', 'entropy'), say(`${formatNumber(entropy)} nat`, `${formatNumber(entropy)} nats`)],
        [
          say('엔트로피의 최댓값', 'largest possible entropy'),
          say(`${formatNumber(most)} nat`, `${formatNumber(most)} nats`),
        ],
      ],
      table: {
        columns: [say('클래스', 'class'), 'z', 'p'],
        rows: z.map((value, i) => [String(i), formatNumber(value), formatNumber(p[i] ?? 0)]),
      },
    };
  },
  variations: [
    { label: { ko: 'T × 2', en: 'T × 2' }, change: ({ temperature }) => ({ temperature: temperature * 2 }) },
    { label: { ko: 'T ÷ 2', en: 'T ÷ 2' }, change: ({ temperature }) => ({ temperature: temperature / 2 }) },
    { label: { ko: 'T = 0.1', en: 'T = 0.1' }, change: () => ({ temperature: 0.1 }) },
    { label: { ko: 'T = 10', en: 'T = 10' }, change: () => ({ temperature: 10 }) },
  ],
});
