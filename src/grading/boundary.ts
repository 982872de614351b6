import { endsCoordinate, endsNote, isTopic } from './particles.ts';
import type { Token } from './token.ts';

/** What separates two neighbouring tokens, read from the characters between them. */
export function boundary(
  gap: string,
  before: Token,
  after: Token,
  depth: number,
): 'none' | 'clause' | 'sentence' {
  if (
    /[.!?](?:\s|["')\]])/.test(gap) &&
    !(before.script === 'en' && /^(?:e|i|g|d|vs|etc|fig|eq)$/.test(before.text))
  )
    return 'sentence';
  if (gap.includes('\n') || gap.includes(';')) return 'sentence';
  if (gap.includes('.') && before.script === 'ko') return 'sentence';
  if (gap.includes(',') && depth === 0 && !(before.script === 'number' && after.script === 'number')) {
    return /,\s/.test(gap) || (before.script === 'ko' && after.script === 'ko') ? 'clause' : 'none';
  }
  return 'none';
}

/** Polite endings that nothing but a particle of quotation can follow. */
const POLITE = /[가-힣](?:니다|거든요|예요|에요|어요|아요|해요|돼요|되요|고요|구요|네요|데요|지요|죠)$/;
/** Adverbs, particles and nouns that end like a statement. */
const NO_NOTE = /(?:[보마둘셋]다|[필중주수개소]요)$/;
const MAY_END = /[다요죠됨함임음슴]$/;
const CONNECTIVE =
  /^(?:그래서|그리고|그러나|그런데|근데|하지만|따라서|그러므로|반면|반대로|대신|또|또한|즉|그러면|그럼|단)$/;

/** Where a sentence ends without a full stop: 중앙값을 씁니다 중앙값은 …, 평가가 안 됨 그래서 …, 풀어야 됨 세마포어는 …. */
export function endsSentence(before: Token, after: Token): boolean {
  if (before.script !== 'ko' || after.glued || after.script === 'symbol') return false;
  // Most words end otherwise.
  if (!MAY_END.test(before.text)) return false;
  if (POLITE.test(before.text)) return !/^(?:라고|라는|하고|만)/.test(after.text);
  if (!endsNote(before.text) || NO_NOTE.test(before.text)) return false;
  return CONNECTIVE.test(after.text) || isTopic(after.text, false);
}

/** "a / b / c": a stroke with space around it separates items; between numbers or glued to its neighbours it divides. */
export function isSeparator(tokens: readonly Token[], index: number, gap: string): boolean {
  const stroke = tokens[index - 1];
  if (stroke?.text !== '/' || stroke.script !== 'symbol' || stroke.glued || !/\s/.test(gap)) return false;
  return !(tokens[index - 2]?.script === 'number' && tokens[index]?.script === 'number');
}

/** -고, -며, -지만 … close a clause, except in -고 있다, -고 싶다; so does an arrow after a statement. */
export function closesClause(before: Token, after: Token): boolean {
  if (before.script !== 'ko') return false;
  if (after.script === 'symbol' && /^(?:→|->|=>)$/.test(after.text)) return endsNote(before.text);
  return endsCoordinate(before.text) && !/^(?:있|싶|나서|나면)/.test(after.text);
}
