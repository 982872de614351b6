import { formatNumber, formatPercent } from '../../charts/number.ts';
import { wordsOf } from '../../math/bag-of-words.ts';
import { porterStem } from '../../math/porter-stemmer.ts';
import { countOf } from '../count-of.ts';
import { defineDemo, type Say } from '../demo.ts';
import { text } from '../parameters.ts';
import { short } from './documents.ts';

const SHOWN = 9;

/** Distinct words by stem, the largest groups first. */
function groupsOf(
  tokens: readonly string[],
  stems: readonly string[],
): (readonly [string, readonly string[]])[] {
  const groups = new Map<string, Set<string>>();
  tokens.forEach((token, at) => {
    const stem = stems[at] ?? '';
    groups.set(stem, (groups.get(stem) ?? new Set()).add(token));
  });
  return [...groups]
    .map(([stem, words]) => [stem, [...words]] as const)
    .sort((a, b) => b[1].length - a[1].length);
}

function seen(groups: readonly (readonly [string, readonly string[]])[], changed: number, say: Say): string {
  const [stem = '', words = []] = groups[0] ?? [];
  if (words.length > 1)
    return say(
      `${words.length}개 단어 ${short(words.join(', '), 40)} 모두 어간이 ‘${stem}’이에요. 색인과 검색에는 좋지만, 규칙만 보므로 뜻이 다른 단어도 합쳐질 수 있어요.`,
      `${countOf(words.length, 'word')}, ${short(words.join(', '), 40)}, share the stem ‘${stem}’: good for search, but rules alone may also merge words of different meaning.`,
    );
  return say(
    `합쳐진 단어는 없고 ${changed}개의 모양이 바뀌었어요. 어간은 사전에 없는 모양일 수 있고, 사전형이 필요하면 표제어 추출을 써요.`,
    `No words were merged; ${changed} changed their form. A stem need not be a word of the dictionary; lemmatization gives one that is.`,
  );
}

export const stemming = defineDemo({
  id: 'stemming',
  title: { ko: '어간 추출(포터)', en: 'Porter stemming' },
  about: {
    ko: 'Porter(1980)의 규칙 다섯 단계로 영어 접미사를 떼어요. nltk의 ORIGINAL_ALGORITHM과 같고, 한두 글자 단어에도 규칙을 적용해요. 단어는 공백으로 나누고 소문자로 바꿔요.',
    en: "Strips English suffixes by the five steps of Porter (1980), as nltk's ORIGINAL_ALGORITHM does, words of one or two letters included. Words are lower-cased and split on white space.",
  },
  parameters: {
    text: text('running runs easily caresses ponies national', '1..2000'),
  },
  results: {
    tokens: 'text[n]',
    stems: 'text[n]',
    distinct_before: 'int',
    distinct_after: 'int',
  },
  run({ text }) {
    const tokens = wordsOf(text);
    const stems = tokens.map(porterStem);
    return {
      tokens,
      stems,
      distinct_before: new Set(tokens).size,
      distinct_after: new Set(stems).size,
    };
  },
  view(_, { tokens, stems, distinct_before, distinct_after }, say) {
    const groups = groupsOf(tokens, stems);
    const changed = new Set(tokens.filter((token, at) => token !== stems[at])).size;
    const rows = groups.map(([stem, words]) => [
      short(words.join(', '), 30),
      stem === '' ? '∅' : short(stem, 18),
    ]);
    const columns = [say('단어', 'words'), say('어간', 'stem')];
    return {
      chart: {
        kind: 'panels',
        title: say('어간 추출 전과 후', 'Before and after stemming'),
        panels: [
          {
            kind: 'bars',
            title: say('서로 다른 단어의 수', 'distinct words'),
            categories: [say('전(단어)', 'before (words)'), say('후(어간)', 'after (stems)')],
            x: { name: '' },
            y: { name: say('개수', 'count'), min: 0, whole: true },
            series: [{ name: say('개수', 'count'), values: [distinct_before, distinct_after] }],
            chosen: [1],
          },
          {
            kind: 'table',
            title: say('어간마다 모인 단어', 'words by stem'),
            columns,
            rows: [...rows.slice(0, SHOWN), ...(rows.length > SHOWN ? [['…', '…']] : [])],
          },
        ],
      },
      see: seen(groups, changed, say),
      numbers: [
        [say('서로 다른 단어', 'distinct words'), formatNumber(distinct_before)],
        [say('서로 다른 어간', 'distinct stems'), formatNumber(distinct_after)],
        [
          say('어휘 감소', 'vocabulary saved'),
          distinct_before === 0 ? '–' : formatPercent(1 - distinct_after / distinct_before),
        ],
        [say('모양이 바뀐 단어', 'words changed'), formatNumber(changed)],
      ],
      table: { columns, rows },
    };
  },
  variations: [
    {
      label: { ko: '과하게 합쳐지는 예', en: 'words merged too far' },
      change: () => ({ text: 'university universe universal universities' }),
    },
    {
      label: { ko: '파생어 한 무리', en: 'one family of words' },
      change: () => ({ text: 'connect connected connecting connection connections' }),
    },
    {
      label: { ko: '합쳐지지 않는 불규칙형', en: 'irregular forms stay apart' },
      change: () => ({ text: 'go goes went mouse mice better good' }),
    },
    {
      label: { ko: '짧은 단어', en: 'short words' },
      change: () => ({ text: 'is as us was this by s' }),
    },
  ],
});
