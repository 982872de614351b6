import type { MatrixChart } from '../../charts/model.ts';
import { formatNumber } from '../../charts/number.ts';
import { wordsOf } from '../../math/bag-of-words.ts';
import { argSort, sum } from '../../math/summary.ts';
import { column } from '../../math/vector.ts';
import { refuse, type Say } from '../demo.ts';

/** What the demos on documents share: reading them, and a picture of documents by words. */

/** Words of the documents (or sentences) that a text holds, parted by "/"; an empty one is refused. */
export function documentsOf(parameter: string, text: string): string[][] {
  return text.split('/').map((document, index) => {
    const words = wordsOf(document);
    if (words.length === 0)
      refuse(
        parameter,
        `${index + 1}번째 칸이 비어 있어요. "/" 사이마다 단어를 하나 이상 넣어 주세요.`,
        `has nothing at place ${index + 1}; put at least one word between the slashes.`,
      );
    return words;
  });
}

/** A text cut to at most `most` code points, with a mark. */
export function short(text: string, most = 12): string {
  const points = [...text];
  return points.length <= most ? text : `${points.slice(0, most - 1).join('')}…`;
}

const MAX_DOCUMENTS = 12;
const MAX_WORDS = 16;

interface Heat {
  readonly title: string;
  readonly vocabulary: readonly string[];
  readonly values: readonly (readonly number[])[];
  /** Name of the value, for the scale. */
  readonly value: string;
}

/** Documents by words as a heat map: the first documents, and of many words those with the largest sums. */
export function documentHeat({ title, vocabulary, values, value }: Heat, say: Say): MatrixChart {
  const rows = values.slice(0, MAX_DOCUMENTS);
  const weights = vocabulary.map((_, word) => sum(column(rows, word)));
  const kept = argSort(weights.map((weight) => -weight))
    .slice(0, MAX_WORDS)
    .sort((a, b) => a - b);
  const cut = rows.length < values.length || kept.length < vocabulary.length;
  const [n, v] = [formatNumber(values.length), formatNumber(vocabulary.length)];
  return {
    kind: 'matrix',
    title,
    subtitle: cut
      ? say(
          `문서 ${n}개 × 단어 ${v}개 중 ${rows.length} × ${kept.length}칸만 그렸어요`,
          `${rows.length} × ${kept.length} of ${n} documents × ${v} words`,
        )
      : say(`문서 ${n}개, 단어 ${v}개`, `documents: ${n}, words: ${v}`),
    x: { name: say('단어', 'word') },
    y: { name: say('문서', 'document') },
    columns: kept.map((word) => short(vocabulary[word] ?? '')),
    rows: rows.map((_, index) => String(index)),
    values: rows.map((row) => kept.map((word) => row[word] ?? 0)),
    scale: 'sequential',
    value,
  };
}
