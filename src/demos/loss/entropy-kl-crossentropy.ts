import { formatNumber } from '../../charts/number.ts';
import { crossEntropyNats, entropyNats, jensenShannonNats, klNats } from '../../math/divergence.ts';
import { sameLength, sumsToOne } from '../checks.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { choice, floats } from '../parameters.ts';

/** What a nat is worth in each unit. */
const UNITS = {
  e: { nat: 1, name: { ko: 'nat', en: 'nats' } },
  2: { nat: 1 / Math.LN2, name: { ko: '비트', en: 'bits' } },
  10: { nat: 1 / Math.LN10, name: { ko: 'hartley', en: 'hartleys' } },
} as const;

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export const entropyKlCrossentropy = defineDemo({
  id: 'entropy-kl-crossentropy',
  title: { ko: '엔트로피·교차 엔트로피·KL', en: 'Entropy, cross-entropy and KL divergence' },
  about: {
    ko: '참 분포 q와 예측 분포 p의 엔트로피 H(q), 교차 엔트로피 H(q, p) = −Σ q log p, KL(q‖p)와 KL(p‖q), 옌센-섀넌 발산을 계산해요. 0·log 0은 0으로 봐요.',
    en: 'Entropy H(q), cross-entropy H(q, p) = −Σ q log p, KL(q‖p), KL(p‖q) and the Jensen-Shannon divergence of a true distribution q and a predicted one p; 0 log 0 counts as 0.',
  },
  parameters: {
    q: floats([0.7, 0.2, 0.1], '1..100', '0..1'),
    p: floats([0.5, 0.3, 0.2], '1..100', '0..1'),
    base: choice(['e', '2', '10'], 'e'),
  },
  results: {
    information: 'float?[n]',
    entropy: 'float',
    cross_entropy: 'float?',
    kl: 'float?',
    kl_reverse: 'float?',
    js: 'float',
    max_entropy: 'float',
  },
  run({ q, p, base }) {
    sameLength('p', p, 'q', q);
    sumsToOne('q', q);
    sumsToOne('p', p);
    const { nat } = UNITS[base];
    return {
      information: q.map((value) => (value === 0 ? null : -Math.log(value) * nat)),
      entropy: entropyNats(q) * nat,
      cross_entropy: finite(crossEntropyNats(q, p) * nat),
      kl: finite(klNats(q, p) * nat),
      kl_reverse: finite(klNats(p, q) * nat),
      js: jensenShannonNats(q, p) * nat,
      max_entropy: Math.log(q.length) * nat,
    };
  },
  view({ q, p, base }, { information, entropy, cross_entropy, kl, kl_reverse, js, max_entropy }, say) {
    const unit = say(UNITS[base].name.ko, UNITS[base].name.en);
    const told = (value: number | null): string => (value === null ? '∞' : `${formatNumber(value)} ${unit}`);
    const missed = q.findIndex((value, i) => value > 0 && p[i] === 0);
    return {
      chart: {
        kind: 'bars',
        title: say('참 분포 q와 예측 분포 p', 'True distribution q and prediction p'),
        subtitle: `KL(q‖p) = ${told(kl)}, KL(p‖q) = ${told(kl_reverse)}`,
        categories: q.map((_, i) => String(i)),
        x: { name: say('클래스', 'class') },
        y: { name: say('확률', 'probability'), min: 0 },
        series: [
          { name: say('q (참)', 'q (true)'), values: q, colour: 'blue' },
          { name: say('p (예측)', 'p (predicted)'), values: p, colour: 'vermillion' },
        ],
      },
      see:
        kl === null || cross_entropy === null
          ? say(
              `일어날 수 있는 클래스 ${missed}(q = ${formatNumber(q[missed] ?? 0)})에 p가 확률 0을 주어 교차 엔트로피와 KL(q‖p)가 무한대예요. JS 발산은 ${withJosa(told(js), '으로/로')} 유한해요.`,
              `p gives probability 0 to class ${missed}, which does happen (q = ${formatNumber(q[missed] ?? 0)}), so cross-entropy and KL(q‖p) are infinite; the JS divergence stays finite at ${told(js)}.`,
            )
          : say(
              `교차 엔트로피 ${formatNumber(cross_entropy)} = 엔트로피 ${formatNumber(entropy)} + KL ${formatNumber(kl)}. 학습이 줄일 수 있는 것은 KL뿐이고, ${kl_reverse === kl ? '방향을 바꾸어도 같지만 일반적으로 KL은 대칭이 아니에요.' : `방향을 바꾸면 ${kl_reverse === null ? '∞' : formatNumber(kl_reverse)}, 대칭이 아니라서 KL은 거리가 아니에요.`}`,
              `Cross-entropy ${formatNumber(cross_entropy)} = entropy ${formatNumber(entropy)} + KL ${formatNumber(kl)}; training can only lower the KL part. The other way round KL is ${kl_reverse === null ? '∞' : formatNumber(kl_reverse)}${kl_reverse === kl ? ', the same here, though KL is not symmetric in general.' : ', so KL is not a distance.'}`,
            ),
      numbers: [
        [say('엔트로피 H(q)', 'entropy H(q)'), told(entropy)],
        [say('교차 엔트로피 H(q, p)', 'cross-entropy H(q, p)'), told(cross_entropy)],
        ['KL(q‖p)', told(kl)],
        ['KL(p‖q)', told(kl_reverse)],
        [say('JS 발산', 'Jensen-Shannon divergence'), told(js)],
        [say('엔트로피의 최댓값', 'largest possible entropy'), told(max_entropy)],
      ],
      table: {
        columns: [
          say('클래스', 'class'),
          'q',
          'p',
          say(`정보량 −log q (${unit})`, `information −log q (${unit})`),
        ],
        rows: q.map((value, i) => [
          String(i),
          formatNumber(value),
          formatNumber(p[i] ?? 0),
          told(information[i] ?? null).replace(` ${unit}`, ''),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'q와 p 바꾸기', en: 'swap q and p' }, change: ({ q, p }) => ({ q: p, p: q }) },
    { label: { ko: 'p = q', en: 'p = q' }, change: ({ q }) => ({ p: q }) },
    {
      label: { ko: '원-핫 정답', en: 'one-hot truth' },
      change: ({ q }) => ({ q: q.map((_, i) => (i === 0 ? 1 : 0)) }),
    },
    {
      label: { ko: '확률 0인 예측', en: 'prediction with a 0' },
      change: () => ({ q: [0.7, 0.2, 0.1], p: [0.8, 0.2, 0] }),
    },
    {
      label: { ko: '비트로', en: 'in bits' },
      change: ({ base }) => (base === '2' ? undefined : { base: '2' }),
    },
  ],
});
