import type { Colour } from '../../charts/model.ts';
import { formatList, formatNumber } from '../../charts/number.ts';
import { discriminatorLoss, type GanKind, GENERATOR } from '../../math/gan-losses.ts';
import { extent, mean } from '../../math/summary.ts';
import { linspace } from '../../math/vector.ts';
import { defineDemo, refuse, type Say } from '../demo.ts';
import { choice, floats } from '../parameters.ts';

const KINDS = ['minimax', 'non-saturating', 'lsgan'] as const satisfies readonly GanKind[];
const COLOURS: Readonly<Record<GanKind, Colour>> = {
  minimax: 'blue',
  'non-saturating': 'vermillion',
  lsgan: 'green',
};
const POINTS = 199;
/** The curves run at least this close to 0 and 1, or as far as the fakes do within reason. */
const EDGE = 0.01;
const FAR_EDGE = 1e-3;

function nameOf(kind: GanKind, say: Say): string {
  if (kind === 'lsgan') return 'LSGAN';
  return kind === 'minimax' ? say('미니맥스', 'minimax') : say('비포화', 'non-saturating');
}

/** One curve a kind over D in (0, 1), and the fakes on the chosen one. */
function curves(f: (kind: GanKind, d: number) => number, chosen: GanKind, fake: readonly number[], say: Say) {
  const { min, max } = extent(fake);
  const xs = linspace(
    Math.min(EDGE, Math.max(FAR_EDGE, min)),
    Math.max(1 - EDGE, Math.min(1 - FAR_EDGE, max)),
    POINTS,
  );
  const shown = fake.filter((d) => d >= FAR_EDGE && d <= 1 - FAR_EDGE);
  return [
    ...KINDS.map((kind) => ({
      name: nameOf(kind, say),
      x: xs,
      y: xs.map((d) => f(kind, d)),
      look: kind === chosen ? ('line' as const) : ('dashed' as const),
      colour: COLOURS[kind],
    })),
    {
      name: say('가짜', 'fakes'),
      unlisted: true,
      x: shown,
      y: shown.map((d) => f(chosen, d)),
      look: 'points' as const,
      colour: 'black' as const,
    },
  ];
}

function seeing(kind: GanKind, d: number, say: Say): string {
  const slope = (one: GanKind): string => formatNumber(Math.abs(GENERATOR[one].df(d)), 3);
  const at = formatNumber(d, 3);
  if (kind === 'lsgan')
    return say(
      `평균 D(가짜) = ${at}에서 기울기의 크기는 ${slope('lsgan')}: 목표 1에서 떨어진 거리만큼이라 로그 손실처럼 폭주하지 않아요.`,
      `At the mean D(fake) = ${at} the size of the slope is ${slope('lsgan')}, the distance to the target 1, so it cannot blow up as with a log loss.`,
    );
  return say(
    `평균 D(가짜) = ${at}에서 기울기의 크기: 미니맥스 ${slope('minimax')}, 비포화 ${slope('non-saturating')}. 학습 초기처럼 D가 0에 가까울 때 비포화 손실이 생성자를 훨씬 세게 밀어요.`,
    `At the mean D(fake) = ${at} the size of the slope is ${slope('minimax')} for minimax and ${slope('non-saturating')} for the non-saturating loss: early on, with D near 0, the latter pushes the generator far harder.`,
  );
}

export const ganLoss = defineDemo({
  id: 'gan-loss',
  title: { ko: 'GAN 손실', en: 'GAN losses' },
  about: {
    ko: '판별자가 진짜와 가짜에 준 확률로 두 손실을 계산해요: 미니맥스와 비포화 손실은 Goodfellow 외(2014), LSGAN은 Mao 외(2017)의 식이에요(진짜의 목표 1, 가짜의 목표 0).',
    en: 'The losses from the probabilities the discriminator gave to real and fake samples: minimax and non-saturating after Goodfellow et al. (2014), LSGAN after Mao et al. (2017) with targets 1 for real and 0 for fake.',
  },
  parameters: {
    d_real: floats([0.9, 0.8], '1..100', '0<..<1'),
    d_fake: floats([0.1, 0.3], '1..100', '0<..<1'),
    kind: choice(KINDS, 'non-saturating'),
  },
  results: { loss_d: 'float', loss_g: 'float', grad_g: 'float[m]' },
  run({ d_real, d_fake, kind }) {
    const generator = GENERATOR[kind];
    const grad_g = d_fake.map((d) => generator.df(d) / d_fake.length);
    if (grad_g.some((slope) => !Number.isFinite(slope)))
      refuse('d_fake', '0에 너무 가까워서 기울기가 넘쳐요.', 'is so close to 0 that the gradient overflows.');
    return {
      loss_d: discriminatorLoss(d_real, d_fake, kind),
      loss_g: mean(d_fake.map(generator.f)),
      grad_g,
    };
  },
  view({ d_fake, kind }, { loss_d, loss_g, grad_g }, say) {
    return {
      chart: {
        kind: 'panels',
        title: say('생성자의 손실과 그 기울기', 'Generator loss and its slope'),
        subtitle: say(
          `고른 손실: ${nameOf(kind, say)}, 손실 ${formatNumber(loss_g)}`,
          `chosen: ${nameOf(kind, say)}, loss ${formatNumber(loss_g)}`,
        ),
        panels: [
          {
            kind: 'xy',
            title: say('손실', 'loss'),
            x: { name: say('D(G(z)), 점은 주어진 가짜', 'D(G(z)); dots: the given fakes'), min: 0, max: 1 },
            y: { name: say('생성자의 손실', 'generator loss') },
            series: curves((one, d) => GENERATOR[one].f(d), kind, d_fake, say),
          },
          {
            kind: 'xy',
            title: say('기울기의 크기 (로그)', 'size of the slope (log)'),
            x: { name: 'D(G(z))', min: 0, max: 1 },
            y: { name: say('|∂손실/∂D|', '|∂loss/∂D|'), log: true },
            series: curves((one, d) => Math.abs(GENERATOR[one].df(d)), kind, d_fake, say).map((one) => ({
              ...one,
              unlisted: true,
            })),
          },
        ],
      },
      see: seeing(kind, mean(d_fake), say),
      numbers: [
        [say('판별자의 손실', 'discriminator loss'), formatNumber(loss_d)],
        [say('생성자의 손실', 'generator loss'), formatNumber(loss_g)],
        [say('생성자의 기울기 ∂손실/∂D', 'generator gradient ∂loss/∂D'), formatList(grad_g, 4)],
        [say('평균 D(가짜)', 'mean D(fake)'), formatNumber(mean(d_fake))],
      ],
      table: {
        columns: [say('가짜', 'fake'), 'D', say('손실', 'loss'), say('기울기', 'gradient')],
        rows: d_fake.map((d, i) => [
          String(i),
          formatNumber(d),
          formatNumber(GENERATOR[kind].f(d)),
          formatNumber(grad_g[i] ?? 0),
        ]),
      },
    };
  },
  variations: [
    ...KINDS.map((kind) => ({
      label: { ko: nameOf(kind, (ko) => ko), en: nameOf(kind, (_, en) => en) },
      change: (args: { readonly kind: GanKind }) => (args.kind === kind ? undefined : { kind }),
    })),
    {
      label: { ko: '학습 초기: D(가짜) = 0.01', en: 'early training: D(fake) = 0.01' },
      change: ({ d_fake }) => ({ d_fake: d_fake.map(() => 0.01) }),
    },
    {
      label: { ko: '균형: D = 0.5', en: 'equilibrium: D = 0.5' },
      change: ({ d_real, d_fake }) => ({ d_real: d_real.map(() => 0.5), d_fake: d_fake.map(() => 0.5) }),
    },
  ],
});
