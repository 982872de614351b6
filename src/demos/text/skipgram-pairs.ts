import { formatNumber, formatPercent } from '../../charts/number.ts';
import { vocabularyOf, wordsOf } from '../../math/bag-of-words.ts';
import { skipGramPairs } from '../../math/skip-gram.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, refuse } from '../demo.ts';
import { int, text } from '../parameters.ts';
import { short } from './documents.ts';

const MAX_WORDS = 60;

interface Pair {
  readonly center: number;
  readonly context: number;
  readonly count: number;
}

/** Pairs of the upper triangle with a count, the most frequent first. */
function commonPairs(table: readonly (readonly number[])[]): Pair[] {
  return table
    .flatMap((row, center) =>
      row.flatMap((count, context) => (count > 0 && context >= center ? [{ center, context, count }] : [])),
    )
    .sort((a, b) => b.count - a.count);
}

export const skipgramPairs = defineDemo({
  id: 'skipgram-pairs',
  title: { ko: '스킵그램 학습 쌍과 동시 등장', en: 'Skip-gram pairs and co-occurrence' },
  about: {
    ko: '단어마다 앞뒤 window칸 안의 모든 단어와 (중심, 문맥) 학습 쌍을 만들고 쌍의 횟수를 표로 모아요(Mikolov 외, 2013). 소문자로 바꾸고 어휘는 코드 포인트 순서예요. word2vec 구현은 창 크기를 매번 무작위로 줄이지만 여기서는 고정해요.',
    en: 'Every word makes a training pair (centre, context) with every word at most window places away (Mikolov et al., 2013); the table counts them. The word2vec program shrinks the window at random, here it is fixed.',
  },
  parameters: {
    text: text('the quick brown fox jumps over the lazy dog', '1..2000'),
    window: int(2, '1..10', { ko: '한쪽 창의 크기', en: 'reach to each side' }),
  },
  results: {
    vocabulary: 'text[v]',
    pairs: 'int',
    cooccurrence: 'int[v][v]',
  },
  run({ text, window }) {
    const words = wordsOf(text);
    const size = vocabularyOf(words).length;
    if (size > MAX_WORDS)
      refuse(
        'text',
        `서로 다른 단어가 ${MAX_WORDS}개 이하여야 해요 (지금은 ${size}개).`,
        `must have at most ${MAX_WORDS} different words (it has ${size}).`,
      );
    const { vocabulary, pairs, counts } = skipGramPairs(words, window);
    return { vocabulary, pairs, cooccurrence: counts };
  },
  view({ text, window }, { vocabulary, pairs, cooccurrence }, say) {
    const names = vocabulary.map((word) => short(word));
    const empty = names.length === 0;
    const length = wordsOf(text).length;
    const common = commonPairs(cooccurrence);
    const cells = vocabulary.length ** 2;
    const filled = cooccurrence.flat().filter((count) => count > 0).length;
    const top = common[0];
    return {
      chart: {
        kind: 'matrix',
        title: say('함께 나온 횟수 (중심 × 문맥)', 'Co-occurrence counts (centre × context)'),
        subtitle: say(
          `앞뒤로 ${window}칸, 학습 쌍 ${formatNumber(pairs)}개`,
          `${countOf(window, 'place')} to each side, training pairs: ${formatNumber(pairs)}`,
        ),
        x: { name: say('문맥 단어', 'context word') },
        y: { name: say('중심 단어', 'centre word') },
        columns: empty ? ['–'] : names,
        rows: empty ? ['–'] : names,
        values: empty ? [[0]] : cooccurrence,
        scale: 'sequential',
        value: say('쌍의 수', 'pairs'),
      },
      see:
        top === undefined
          ? say(
              `단어가 ${length}개라서 학습 쌍이 없어요. 문맥이 있어야 단어의 뜻을 배울 수 있어요.`,
              `With a text of length ${length} there are no training pairs; without context nothing can be learned.`,
            )
          : say(
              `단어 ${length}개에서 학습 쌍 ${formatNumber(pairs)}개가 나와요. ‘${names[top.center] ?? ''}’–‘${names[top.context] ?? ''}’ 쌍이 ${top.count}번으로 가장 많아요. 창을 넓히면 문법보다 주제가 비슷한 단어가 가까워져요.`,
              `${countOf(length, 'word gives', 'words give')} ${formatNumber(pairs)} training pairs; ‘${names[top.center] ?? ''}’ with ‘${names[top.context] ?? ''}’ leads with ${top.count}. A wider window brings words of one topic together rather than words of one grammatical role.`,
            ),
      numbers: [
        [say('단어 수', 'words'), formatNumber(length)],
        [say('어휘 크기', 'vocabulary size'), formatNumber(vocabulary.length)],
        [say('학습 쌍', 'training pairs'), formatNumber(pairs)],
        [say('채워진 칸', 'cells filled'), cells === 0 ? '–' : formatPercent(filled / cells)],
      ],
      table: {
        columns: [say('단어', 'word'), say('단어', 'word'), say('쌍의 수', 'pairs')],
        rows: common
          .slice(0, 9)
          .map(({ center, context, count }) => [names[center] ?? '', names[context] ?? '', String(count)]),
      },
    };
  },
  variations: [
    {
      label: { ko: '창 1칸', en: 'window 1' },
      change: ({ window }) => (window === 1 ? undefined : { window: 1 }),
    },
    {
      label: { ko: '창 + 1', en: 'window + 1' },
      change: ({ window }) => (window < 10 ? { window: window + 1 } : undefined),
    },
    {
      label: { ko: '같은 문맥에 나오는 단어', en: 'words that share contexts' },
      change: () => ({
        text: 'i drink coffee daily i drink tea daily you drink coffee now you drink tea now',
      }),
    },
  ],
});
