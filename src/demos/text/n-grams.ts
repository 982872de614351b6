import { formatNumber, formatPercent } from '../../charts/number.ts';
import { wordsOf } from '../../math/bag-of-words.ts';
import { nGramsOf } from '../../math/n-grams.ts';
import { argSort } from '../../math/summary.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { choice, int, text } from '../parameters.ts';
import { short } from './documents.ts';

const SHOWN = 14;

/** Spaces inside a run of letters made visible. */
function label(gram: string, unit: 'word' | 'char'): string {
  return short(unit === 'char' ? gram.replaceAll(/\s/gu, '␣') : gram, 26);
}

function seen(
  grams: readonly string[],
  counts: readonly number[],
  conditional: readonly number[],
  n: number,
  say: Say,
): string {
  if (grams.length === 0)
    return say(
      `항목이 ${n}개보다 적어서 ${n}-그램이 하나도 없어요. n을 줄이거나 글을 늘려 보세요.`,
      `There are fewer than ${countOf(n, 'item')}, so no ${n}-gram; take a smaller n or a longer text.`,
    );
  const once = counts.filter((count) => count === 1).length / counts.length;
  const top = argSort(counts.map((count) => -count))[0] ?? 0;
  const sure = conditional.filter((p) => p === 1).length;
  const times = formatNumber(counts[top] ?? 0);
  return say(
    `가장 흔한 것이 ${times}번 나오고, 서로 다른 ${formatNumber(grams.length)}개 중 ${formatPercent(once)}가 한 번만 나왔어요. n이 커질수록 이 비율이 늘고 조건부 확률이 1로 굳어요(지금 ${sure}개): n-그램의 희소성 문제예요.`,
    `The most frequent one has a count of ${times}; ${formatPercent(once)} of the ${formatNumber(grams.length)} different ones occur once only. That share grows with n, and probabilities freeze at 1 (${sure} now): the sparsity problem of n-grams.`,
  );
}

export const nGrams = defineDemo({
  id: 'n-grams',
  title: { ko: 'n-그램', en: 'n-grams and conditional probability' },
  about: {
    ko: '이웃한 n개의 단어(또는 글자)를 세요. 조건부 확률은 같은 n−1개로 시작하는 n-그램 가운데 차지하는 비율이에요. 소문자로 바꾸고, 글자 단위에서는 공백도 한 글자예요.',
    en: 'Counts runs of n neighbouring words (or characters, spaces included), lower-cased. The conditional probability is the share among the n-grams that begin with the same n−1 items.',
  },
  parameters: {
    text: text('나는 밥 을 먹고 나는 물 을 마신다', '1..5000'),
    n: int(2, '1..5', { ko: '이웃한 항목의 수', en: 'number of neighbouring items' }),
    unit: choice(['word', 'char'], 'word', { ko: '단어 또는 글자', en: 'words or characters' }),
  },
  results: {
    grams: 'text[k]',
    counts: 'int[k]',
    total: 'int',
    conditional: 'float[k]',
  },
  run({ text, n, unit }) {
    const items = unit === 'word' ? wordsOf(text) : [...text.toLowerCase()];
    return nGramsOf(items, n, unit === 'word' ? ' ' : '');
  },
  view({ n, unit }, { grams, counts, total, conditional }, say) {
    const order = argSort(counts.map((count) => -count)).slice(0, SHOWN);
    const names = order.map((at) => label(grams[at] ?? '', unit));
    const what = unit === 'word' ? say('단어', 'word') : say('글자', 'character');
    return {
      chart: {
        kind: 'bars',
        title: say(`${what} ${n}-그램의 횟수`, `Counts of ${what} ${n}-grams`),
        subtitle: say(
          `막대 끝은 횟수와 조건부 확률${grams.length > SHOWN ? `, 흔한 ${SHOWN}개만` : ''}`,
          `at the bars: count and conditional probability${grams.length > SHOWN ? `, the ${SHOWN} most frequent` : ''}`,
        ),
        categories: names.length === 0 ? ['–'] : names,
        x: { name: say(`${n}-그램`, `${n}-gram`) },
        y: { name: say('횟수', 'count'), min: 0, whole: true },
        series: [
          {
            name: say('횟수', 'count'),
            values: names.length === 0 ? [0] : order.map((at) => counts[at] ?? 0),
            notes: order.map(
              (at) => `${formatNumber(counts[at] ?? 0)}  (P = ${formatNumber(conditional[at] ?? 0, 3)})`,
            ),
          },
        ],
        horizontal: true,
      },
      see: seen(grams, counts, conditional, n, say),
      numbers: [
        [say('전체 n-그램', 'n-grams in all'), formatNumber(total)],
        [say('서로 다른 n-그램', 'different n-grams'), formatNumber(grams.length)],
        [say('가장 흔한 것', 'most frequent'), names[0] ?? '–'],
        [
          say('확률 1인 것(다음이 하나로 정해짐)', 'with probability 1 (next item certain)'),
          formatNumber(conditional.filter((p) => p === 1).length),
        ],
      ],
      table: {
        columns: [
          say('n-그램', 'n-gram'),
          say('횟수', 'count'),
          say('조건부 확률', 'conditional probability'),
        ],
        rows: order.map((at, i) => [
          names[i] ?? '',
          formatNumber(counts[at] ?? 0),
          formatNumber(conditional[at] ?? 0),
        ]),
      },
    };
  },
  variations: [
    { label: { ko: 'n + 1', en: 'n + 1' }, change: ({ n }) => (n < 5 ? { n: n + 1 } : undefined) },
    { label: { ko: 'n − 1', en: 'n − 1' }, change: ({ n }) => (n > 1 ? { n: n - 1 } : undefined) },
    {
      label: { ko: '글자 단위로', en: 'by characters' },
      change: ({ unit }) => (unit === 'char' ? undefined : { unit: 'char' }),
    },
    {
      label: { ko: '반복이 많은 문장', en: 'a text with repeats' },
      change: () => ({ text: 'to be or not to be that is the question to be asked' }),
    },
  ],
});
