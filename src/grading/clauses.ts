import {
  endsCoordinate,
  endsStatement,
  hasCaseParticle,
  isSubject,
  isSubordinate,
  isTopic,
} from './particles.ts';
import type { Clause, Token } from './token.ts';

/** Words without which an English sentence rarely makes a statement. */
const ENGLISH_VERBS = new Set(
  (
    'is are was were be been being am has have had do does did can could will would shall should may might must not ' +
    'use uses used make makes made get gets let lets help helps give gives take takes need needs mean means keep keeps become becomes ' +
    'allow allows cause causes lead leads reduce reduces increase increases prevent prevents add adds apply applies'
  ).split(' '),
);
const ENGLISH_FUNCTION = new Set(
  'the a an of to by from with that this it its they which into for in on at as because so when if than then each every'.split(
    ' ',
  ),
);
const ENGLISH_BREAKS = new Set(['but', 'while', 'whereas', 'although', 'though', 'however']);
const RELATION = new Set([
  '=',
  '→',
  '←',
  '<-',
  '->',
  '=>',
  ':=',
  '==',
  '≈',
  '∝',
  '>',
  '<',
  '≥',
  '≤',
  '>=',
  '<=',
  ':',
]);
const CARRIERS = new Set(['it', 'this', 'they', 'these', 'which', 'that', 'and', 'so', 'thus', 'hence']);

/** Nobody writes a keyword of so many words: a piece this long says something, whatever its grammar. */
const LONG_ITEM = 6;

interface Piece {
  from: number;
  to: number;
  sentence: number;
  states: boolean;
}

function afterLatin(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return (
    token?.glued === true && before !== undefined && before.script !== 'ko' && before.script !== 'symbol'
  );
}

/** Whether the tokens say something about something, as opposed to an item of a list. */
function states(tokens: readonly Token[], text: string, from: number, to: number): boolean {
  let functionWords = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    // "가로축 - 가중치" relates; a dash at the start is a bullet.
    const dash = token.text === '-' && !token.glued && i > from;
    if (token.script === 'symbol' && (dash || RELATION.has(token.text))) return to - from >= 3;
    if (token.script === 'en') {
      // The "to" of "end-to-end" and the "reduce" of "all-reduce" are parts of a word.
      if (text.charAt(token.from - 1) === '-') continue;
      if (ENGLISH_VERBS.has(token.text)) return true;
      if (ENGLISH_FUNCTION.has(token.text)) functionWords += 1;
    }
    if (token.script === 'ko' && to - from >= 2) {
      if (
        hasCaseParticle(token.text, afterLatin(tokens, i)) ||
        isSubordinate(token.text, afterLatin(tokens, i))
      )
        return true;
      if (i === to - 1 && (endsStatement(token.text) || endsCoordinate(token.text))) return true;
    }
  }
  return (functionWords >= 1 && to - from >= 3) || to - from >= LONG_ITEM;
}

/** What separates two neighbouring tokens, read from the characters between them. */
function boundary(gap: string, before: Token, after: Token, depth: number): 'none' | 'clause' | 'sentence' {
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

/** "a / b / c": a stroke with space around it separates items; glued to its neighbours it divides or joins them. */
function isSeparator(before: Token, gap: string): boolean {
  return before.script === 'symbol' && before.text === '/' && !before.glued && /\s/.test(gap);
}

/** -고, -며, -지만 … close a clause, except in -고 있다, -고 싶다. */
function closesClause(before: Token, after: Token): boolean {
  return before.script === 'ko' && endsCoordinate(before.text) && !/^(?:있|싶|나서|나면)/.test(after.text);
}

function cut(tokens: readonly Token[], text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let sentence = 0;
  let depth = 0;
  let ended: 'no' | 'after-brackets' = 'no';
  const close = (to: number): void => {
    if (to > from) pieces.push({ from, to, sentence, states: states(tokens, text, from, to) });
    from = to;
  };
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1];
    const after = tokens[i];
    if (before === undefined || after === undefined) continue;
    const gap = text.slice(before.to, after.from);
    for (const char of gap) {
      if (char === '(') depth += 1;
      else if (char === ')') depth = Math.max(0, depth - 1);
    }
    const kind = boundary(gap, before, after, depth);
    if (kind === 'sentence') {
      close(i);
      sentence += 1;
      depth = 0;
    } else if (kind === 'clause') close(i);
    else if (ended === 'after-brackets' && depth === 0) {
      close(i);
      ended = 'no';
    } else if (closesClause(before, after)) {
      // "…정하고(학습률, 배치 크기) 파라미터는 …": what stands in brackets still belongs to the clause before them.
      // One that ended inside the brackets closes nothing outside them.
      if (depth === 0 && !gap.includes(')')) close(i);
      else if (gap.includes('(')) ended = 'after-brackets';
    } else if (isSeparator(before, gap)) close(i);
    else if (after.script === 'en' && ENGLISH_BREAKS.has(after.text) && i - from >= 2) close(i);
  }
  close(tokens.length);
  return pieces;
}

/** How many pieces may open a statement; a longer run of short pieces before it is a list. */
const MAX_OPENINGS = 2;

/** A short opening ("during training,", "결과적으로,") belongs to the statement that follows it. */
function mergeOpenings(pieces: readonly Piece[], tokens: readonly Token[], text: string): Piece[] {
  const merged: Piece[] = [];
  let openings = 0;
  for (const piece of pieces.toReversed()) {
    const next = merged[0];
    const short = !piece.states && piece.to - piece.from <= 4 && openings < MAX_OPENINGS;
    if (next !== undefined && next.sentence === piece.sentence && next.states && short) {
      merged[0] = { ...next, from: piece.from, states: states(tokens, text, piece.from, next.to) };
      openings += 1;
    } else {
      merged.unshift(piece);
      openings = 0;
    }
  }
  return merged;
}

/** The words before the verb of an English clause; none in a clause that has Korean words. */
function englishSubject(tokens: readonly Token[], piece: Piece): number[] {
  const subject: number[] = [];
  if (tokens.slice(piece.from, piece.to).some((token) => token.script === 'ko')) return subject;
  const start = piece.from + (ENGLISH_BREAKS.has(tokens[piece.from]?.text ?? '') ? 1 : 0);
  const first = tokens[start]?.text ?? '';
  // "and He is …" has a subject of its own; "and reduces …" goes on with the last one.
  const renewed =
    first === 'and' &&
    ENGLISH_VERBS.has(tokens[start + 2]?.text ?? '') &&
    !CARRIERS.has(tokens[start + 1]?.text ?? '');
  if (CARRIERS.has(first) && !renewed) return subject;
  for (let i = renewed ? start + 1 : start; i < Math.min(piece.to, start + 4); i++) {
    const word = tokens[i]?.text ?? '';
    if (ENGLISH_VERBS.has(word)) break;
    if (!ENGLISH_FUNCTION.has(word)) subject.push(i);
  }
  return subject;
}

/** What a clause is about. A Korean topic (은/는) or a label before ":" outlives its sentence; a subject does not. */
interface Subject {
  readonly tokens: readonly number[];
  readonly kind: 'topic' | 'subject' | 'english';
}

const LABEL_SIGNS = new Set([':', '=', '→']);

function range(from: number, to: number): number[] {
  const indexes: number[] = [];
  for (let index = from; index < to; index++) indexes.push(index);
  return indexes;
}

function subjectOf(tokens: readonly Token[], piece: Piece): Subject {
  const subjects: number[] = [];
  for (let i = piece.from; i < piece.to; i++) {
    const token = tokens[i];
    if (token?.script === 'symbol' && LABEL_SIGNS.has(token.text) && i - piece.from <= 3) {
      return { tokens: range(piece.from, i), kind: 'topic' };
    }
    if (token?.script !== 'ko') continue;
    const latin = afterLatin(tokens, i);
    // "…하는 것은": the clause is about a whole statement, which the next one must not inherit as if it held.
    if (/^(?:것|거|점|경우)(?:은|는|이|가)$|^(?:건|게)$/.test(token.text))
      return { tokens: [], kind: 'topic' };
    // The particle alone is glued to a Latin word: the word is what is meant. Bare words before it belong to the same noun.
    const noun = range(Math.max(piece.from, (latin ? i - 1 : i) - 2), i + 1);
    if (isTopic(token.text, latin)) return { tokens: [...subjects, ...noun], kind: 'topic' };
    if (isSubject(token.text, latin)) subjects.push(...noun);
  }
  if (subjects.length > 0) return { tokens: subjects, kind: 'subject' };
  return { tokens: englishSubject(tokens, piece), kind: 'english' };
}

/** Whether a clause without a subject of its own goes on about the last one. */
function carries(subject: Subject, sameSentence: boolean, first: Token | undefined): boolean {
  if (sameSentence || subject.kind === 'topic') return true;
  return subject.kind === 'english' && CARRIERS.has(first?.text ?? '');
}

/** Cuts the tokens into clauses and carries what a clause is about on to the next ones that do not say. */
export function clausesOf(tokens: readonly Token[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let last: { readonly subject: Subject; readonly sentence: number } | undefined;
  for (const piece of mergeOpenings(cut(tokens, text), tokens, text)) {
    const own = subjectOf(tokens, piece);
    const paragraph = /(?:^|[^:])\s*\n/.test(
      text.slice(tokens[piece.from - 1]?.to ?? 0, tokens[piece.from]?.from ?? 0),
    );
    if (paragraph) last = undefined;
    const inherits =
      own.tokens.length === 0 &&
      last !== undefined &&
      carries(last.subject, last.sentence === piece.sentence, tokens[piece.from]);
    const { from, to, sentence, states } = piece;
    const topic = inherits && last !== undefined ? last.subject.tokens : [];
    clauses.push({ from, to, sentence, states, topic });
    if (own.tokens.length > 0) last = { subject: own, sentence: piece.sentence };
    else if (inherits && last !== undefined) last = { ...last, sentence: piece.sentence };
  }
  return clauses;
}
