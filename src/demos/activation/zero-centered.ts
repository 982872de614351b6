import { formatNumber } from '../../charts/number.ts';
import { sigmoid } from '../../math/sigmoid.ts';
import { defineDemo } from '../demo.ts';
import { withJosa } from '../josa.ts';
import { float, floats } from '../parameters.ts';

function sameSign(values: readonly number[]): boolean {
  return values.every((value) => value > 0) || values.every((value) => value < 0);
}

export const zeroCentered = defineDemo({
  id: 'zero-centered',
  title: { ko: '0 중심이 아닌 출력과 지그재그', en: 'Zero-centred outputs and gradient signs' },
  about: {
    ko: '앞 층의 출력 a가 다음 층의 입력일 때 가중치의 기울기는 δ·a예요. a가 시그모이드(z)일 때와 tanh(z)일 때 기울기의 부호를 견줘요 (LeCun 외, Efficient BackProp, 1998).',
    en: 'With outputs a of the layer before as inputs, the gradient of each weight is δ·a. Compares the signs for a = sigmoid(z) and a = tanh(z) (LeCun et al., Efficient BackProp, 1998).',
  },
  parameters: {
    z: floats([-2, -1, 0.5, 1.5], '1..50', '-30..30'),
    delta: float(1, '-100..100'),
  },
  results: {
    sigmoid_input: 'float[n]',
    tanh_input: 'float[n]',
    sigmoid_grad: 'float[n]',
    tanh_grad: 'float[n]',
    sigmoid_same_sign: 'bool',
    tanh_same_sign: 'bool',
  },
  run({ z, delta }) {
    const sigmoid_input = z.map(sigmoid);
    const tanh_input = z.map(Math.tanh);
    const sigmoid_grad = sigmoid_input.map((a) => delta * a);
    const tanh_grad = tanh_input.map((a) => delta * a);
    return {
      sigmoid_input,
      tanh_input,
      sigmoid_grad,
      tanh_grad,
      sigmoid_same_sign: sameSign(sigmoid_grad),
      tanh_same_sign: sameSign(tanh_grad),
    };
  },
  view({ z, delta }, { sigmoid_input, tanh_input, sigmoid_grad, tanh_grad, ...same }, say) {
    const signs = (values: readonly number[]): string =>
      say(
        `+ ${values.filter((value) => value > 0).length}개, − ${values.filter((value) => value < 0).length}개`,
        `${values.filter((value) => value > 0).length} positive, ${values.filter((value) => value < 0).length} negative`,
      );
    return {
      chart: {
        kind: 'bars',
        title: say('다음 층 가중치의 기울기', 'Gradients of the next layer’s weights'),
        subtitle: say(
          `뒤에서 온 신호 δ = ${formatNumber(delta)}`,
          `signal from behind, δ = ${formatNumber(delta)}`,
        ),
        categories: z.map((value) =>
          z.length <= 12 ? `z = ${formatNumber(value)}` : formatNumber(value, 3),
        ),
        x: { name: say('가중치 (그 입력의 z)', 'weight (z of its input)') },
        y: { name: say('기울기 δ·a', 'gradient δ·a') },
        series: [
          { name: say('시그모이드 출력', 'sigmoid outputs'), values: sigmoid_grad, colour: 'vermillion' },
          { name: say('tanh 출력', 'tanh outputs'), values: tanh_grad, colour: 'blue' },
        ],
      },
      see: same.sigmoid_same_sign
        ? same.tanh_same_sign
          ? say(
              `z ${z.length}개의 부호가 모두 같아서 tanh로도 기울기의 부호가 갈리지 않아요. 양수와 음수 z를 섞으면 차이가 드러나요.`,
              `All ${z.length} values of z have the same sign, so even with tanh the gradients agree in sign. Mix positive and negative z to see the difference.`,
            )
          : say(
              `시그모이드 출력은 늘 양수라 기울기 ${z.length}개의 부호가 모두 같고, 한 스텝에 가중치가 다 함께 늘거나 줄 수밖에 없어 지그재그로 움직이기 쉬워요. tanh는 ${withJosa(signs(tanh_grad), '으로/로')} 갈려요.`,
              `Sigmoid outputs are always positive, so all ${z.length} gradients share one sign: the weights can only grow or shrink together in a step, which tends to make the path zigzag. With tanh there are ${signs(tanh_grad)}.`,
            )
        : say(
            `δ = ${formatNumber(delta)}에서는 뒤에서 오는 신호가 없어 어느 가중치도 움직이지 않아요.`,
            `With δ = ${formatNumber(delta)} no signal comes from behind, so no weight moves.`,
          ),
      numbers: [
        [say('시그모이드 기울기의 부호', 'signs with sigmoid'), signs(sigmoid_grad)],
        [say('tanh 기울기의 부호', 'signs with tanh'), signs(tanh_grad)],
      ],
      table: {
        columns: [
          'z',
          say('시그모이드(z)', 'sigmoid(z)'),
          'tanh(z)',
          say('기울기 (시그모이드)', 'gradient (sigmoid)'),
          say('기울기 (tanh)', 'gradient (tanh)'),
        ],
        rows: z.map((value, i) =>
          [value, sigmoid_input[i] ?? 0, tanh_input[i] ?? 0, sigmoid_grad[i] ?? 0, tanh_grad[i] ?? 0].map(
            (one) => formatNumber(one),
          ),
        ),
      },
    };
  },
  variations: [
    {
      label: { ko: 'δ 부호 바꾸기', en: 'flip δ' },
      change: ({ delta }) => (delta === 0 ? undefined : { delta: -delta }),
    },
    { label: { ko: '양수 z만', en: 'positive z only' }, change: () => ({ z: [0.2, 0.5, 1, 2] }) },
    { label: { ko: '큰 z (포화)', en: 'large z (saturated)' }, change: () => ({ z: [-8, -4, 4, 8] }) },
  ],
});
