import type { Chart, Colour } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { type Alignment, alignWords, meteorScore } from '../../math/meteor.ts';
import { range } from '../../math/vector.ts';
import { wordTokens } from '../../math/word-tokens.ts';
import { defineDemo, type Say } from '../demo.ts';
import { float, text } from '../parameters.ts';

/** Up to here words fit into nodes side by side; longer texts are drawn as places. */
const MAX_WORDS = 10;
/** Chunks that are drawn as lines of their own. */
const MAX_LINES = 40;
const CHUNK_COLOURS: readonly Colour[] = ['blue', 'vermillion', 'green', 'purple', 'orange', 'sky'];

function colourOfChunk(chunk: number | undefined): Colour {
  return CHUNK_COLOURS[(chunk ?? 0) % CHUNK_COLOURS.length] ?? 'blue';
}

interface Texts {
  readonly candidate: readonly string[];
  readonly reference: readonly string[];
}

/** Both texts as rows of words, candidate above, with a line for each match. */
function wordLines(
  { candidate, reference }: Texts,
  { pairs, chunkOf }: Alignment,
  title: string,
  say: Say,
): Chart {
  const wide = Math.max(candidate.length, reference.length, 2) - 1;
  const place = (count: number, i: number): number => (count === 1 ? wide / 2 : (i * wide) / (count - 1));
  const row = (words: readonly string[], name: 'c' | 'r', y: number) =>
    words.map((word, i) => {
      const at = pairs.findIndex((pair) => pair[name === 'c' ? 0 : 1] === i);
      return {
        id: `${name}${i}`,
        label: word,
        x: place(words.length, i),
        y,
        look: at < 0 ? ('muted' as const) : ('plain' as const),
        colour: colourOfChunk(chunkOf[at]),
      };
    });
  return {
    kind: 'graph',
    title,
    subtitle: say(
      '위는 후보, 아래는 참조. 같은 색은 한 덩어리(chunk), 회색은 짝이 없는 단어',
      'candidate above, reference below; one colour is one chunk, grey words have no partner',
    ),
    nodes: [...row(candidate, 'c', 1), ...row(reference, 'r', 0)],
    edges: pairs.map(([i, j], at) => ({ from: `c${i}`, to: `r${j}`, colour: colourOfChunk(chunkOf[at]) })),
  };
}

/** Long texts: each match as a point, so that a chunk is a rising diagonal. */
function wordPlaces({ pairs, chunkOf, chunks }: Alignment, title: string, say: Say): Chart {
  const drawn = chunks <= MAX_LINES ? range(chunks) : [undefined];
  return {
    kind: 'xy',
    title,
    subtitle: say('기울기 1로 이어진 점들이 한 덩어리(chunk)', 'points in a row with slope 1 are one chunk'),
    x: { name: say('후보에서의 자리', 'place in the candidate'), whole: true },
    y: { name: say('참조에서의 자리', 'place in the reference'), whole: true },
    series: drawn.map((chunk) => {
      const own = pairs.filter((_, at) => chunk === undefined || chunkOf[at] === chunk);
      return {
        name: say('맞은 단어', 'matched words'),
        x: own.map(([i]) => i),
        y: own.map(([, j]) => j),
        look: chunk === undefined ? 'points' : 'line-points',
        colour: colourOfChunk(chunk),
        unlisted: true,
      };
    }),
  };
}

export const meteor = defineDemo({
  id: 'meteor',
  title: { ko: 'METEOR', en: 'METEOR, exact matches' },
  about: {
    ko: 'nltk의 METEOR에서 똑같은 단어만 짝지어요(어간·유의어 없음). F = PR/(αP + (1 − α)R)이고, 덩어리 수로 벌점 γ·(덩어리/맞은 단어)^β를 매겨요.',
    en: 'METEOR as in nltk with exact word matches only (no stems or synonyms): F = PR/(αP + (1 − α)R), and a penalty of γ·(chunks/matches)^β for the word order.',
  },
  parameters: {
    candidate: text('on the mat sat the cat', '1..2000'),
    reference: text('the cat sat on the mat', '1..2000'),
    alpha: float(0.9, '0<..<1'),
    beta: float(3, '0..10'),
    gamma: float(0.5, '0..1'),
  },
  results: {
    matches: 'int',
    chunks: 'int',
    precision: 'float',
    recall: 'float',
    f_mean: 'float',
    penalty: 'float',
    meteor: 'float',
  },
  run({ candidate, reference, ...settings }) {
    const [ours, theirs] = [wordTokens(candidate), wordTokens(reference)];
    const { pairs, chunks } = alignWords(ours, theirs);
    const counts = { matches: pairs.length, chunks };
    const found = meteorScore(counts, { candidate: ours.length, reference: theirs.length }, settings);
    return {
      ...counts,
      precision: found.precision,
      recall: found.recall,
      f_mean: found.fMean,
      penalty: found.penalty,
      meteor: found.score,
    };
  },
  view({ candidate, reference }, { matches, chunks, precision, recall, f_mean, penalty, ...scores }, say) {
    const texts: Texts = { candidate: wordTokens(candidate), reference: wordTokens(reference) };
    const alignment = alignWords(texts.candidate, texts.reference);
    const score = formatNumber(scores.meteor);
    const title = say(
      `METEOR ${score} (맞은 단어 ${matches}, 덩어리 ${chunks})`,
      `METEOR ${score} (matches ${matches}, chunks ${chunks})`,
    );
    const short = Math.max(texts.candidate.length, texts.reference.length) <= MAX_WORDS;
    return {
      chart:
        short && texts.candidate.length + texts.reference.length > 0
          ? wordLines(texts, alignment, title, say)
          : wordPlaces(alignment, title, say),
      see:
        matches === 0
          ? say(
              '같은 단어가 하나도 없어서 점수가 0이에요. 본래의 METEOR는 여기서 어간과 유의어도 짝지어요.',
              'Not one word matches, so the score is 0; the full METEOR would also try stems and synonyms.',
            )
          : say(
              `맞은 단어 ${matches}개가 덩어리 ${chunks}개로 나뉘어 F 평균에서 ${formatNumber(penalty * 100, 3)}%를 깎아요. 같은 단어라도 어순이 어긋날수록 덩어리가 늘고 점수가 내려가요.`,
              `Words matched: ${matches}, in chunks: ${chunks}, which takes ${formatNumber(penalty * 100, 3)}% off the F mean; with the same words, a worse order means more chunks and a lower score.`,
            ),
      numbers: [
        ['METEOR', score],
        [say('F 평균', 'F mean'), formatNumber(f_mean)],
        [say('정밀도', 'precision'), formatNumber(precision)],
        [say('재현율', 'recall'), formatNumber(recall)],
        [say('벌점', 'penalty'), formatNumber(penalty)],
        [say('맞은 단어 / 덩어리', 'matches / chunks'), `${matches} / ${chunks}`],
      ],
    };
  },
  variations: [
    {
      label: { ko: '참조와 같은 어순', en: 'in the order of the reference' },
      change: ({ reference }) => ({ candidate: reference }),
    },
    {
      label: { ko: '단어를 거꾸로', en: 'words in reverse' },
      change: ({ reference }) => ({ candidate: wordTokens(reference).reverse().join(' ') || reference }),
    },
    { label: { ko: '벌점 없이 (γ = 0)', en: 'no penalty (γ = 0)' }, change: () => ({ gamma: 0 }) },
    {
      label: { ko: '후보의 앞 세 단어만', en: 'first three words of the candidate' },
      change: ({ candidate }) => {
        const words = wordTokens(candidate);
        return words.length > 3 ? { candidate: words.slice(0, 3).join(' ') } : undefined;
      },
    },
  ],
});
