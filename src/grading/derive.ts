import { contentKey } from './compile.ts';
import { normalise } from './normalise.ts';
import type { Rubric, RubricPoint } from './rubric.ts';
import { tokenise } from './tokenise.ts';

/**
 * A rubric for a question that has only a model answer: one point a content word, rarer and longer words weigh more,
 * words of the question weigh nothing. Saying the greater part of them is a complete answer, since nobody repeats
 * a model answer word for word.
 */

const ENOUGH = 0.6;
const STOP = new Set(
  (
    'the a an of to in on at by for from with and or but if then than that this these those it its they them their there is are was were be been being ' +
    'as so such not no do does did can could will would may might must should have has had which who what when where how why into out up down over under ' +
    'all any each other some more most only also very one two e g i etc'
  ).split(' '),
);
const STOP_KO = new Set([
  '것',
  '수',
  '등',
  '및',
  '또',
  '그',
  '이',
  '그리고',
  '또는',
  '때',
  '더',
  '각',
  '한',
  '할',
  '하는',
  '있다',
  '있는',
  '한다',
  '합니다',
  '때문',
  '통해',
  '위해',
  '대한',
  '경우',
]);

function isContent(script: string, text: string): boolean {
  if (script === 'symbol') return false;
  if (script === 'en') return text.length > 1 && !STOP.has(text);
  return script === 'ko' ? !STOP_KO.has(text) : true;
}

/** The noun or stem that a Korean word begins with, as far as that can be told without a dictionary. */
function headOf(word: string): string {
  const head = word.replace(
    /(?:으로써|으로서|에서는|에서|에게|으로|부터|까지|보다|처럼|이라는|라는|입니다|합니다|됩니다|하는|되는|하고|하여|해서|이며|하며|은|는|이|가|을|를|의|에|로|와|과|도|만)$/,
    '',
  );
  return head.length >= 2 ? head : word;
}

/** `question` may be empty. Points are in the order of the reference; empty where it has no content words. */
export function deriveRubric(question: string, reference: string): Rubric {
  const asked = new Set(
    tokenise(normalise(question).text).map((token) => contentKey(token.script, token.key, token.text)),
  );
  const points = new Map<string, RubricPoint>();
  for (const token of tokenise(normalise(reference).text)) {
    if (!isContent(token.script, token.text) || asked.has(contentKey(token.script, token.key, token.text)))
      continue;
    const word = token.script === 'ko' ? headOf(token.text) : token.text;
    const id = token.script === 'ko' ? word : token.key;
    if (!points.has(id))
      points.set(id, { id, weight: 1 + Math.min(word.length, 10) / 10, say: [`'${word}'`] });
  }
  const total = [...points.values()].reduce((sum, point) => sum + point.weight, 0);
  return {
    question: [question],
    words: {},
    points: [...points.values()],
    misconceptions: [],
    enough: total * ENOUGH,
  };
}
