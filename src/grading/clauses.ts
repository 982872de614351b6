import { boundary, closesClause, endsSentence, isSeparator } from './boundary.ts';
import { type Contrast, contrastIn } from './contrast.ts';
import {
  endsConcession,
  endsCoordinate,
  endsStatement,
  hasCaseParticle,
  isSubordinate,
} from './particles.ts';
import {
  afterLatin,
  carries,
  ENGLISH_BREAKS,
  ENGLISH_FUNCTION,
  ENGLISH_VERBS,
  isAside,
  opensWithoutSubject,
  type Piece,
  type Subject,
  subjectOf,
} from './subject.ts';
import type { Clause, Token } from './token.ts';

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
/** Nobody writes a keyword of so many words: a piece this long says something, whatever its grammar. */
const LONG_ITEM = 6;

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
        isSubordinate(token.text, afterLatin(tokens, i)) ||
        endsConcession(token.text)
      )
        return true;
      if (i === to - 1 && (endsStatement(token.text) || endsCoordinate(token.text))) return true;
    }
  }
  return (functionWords >= 1 && to - from >= 3) || to - from >= LONG_ITEM;
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
    if (kind === 'sentence' || (depth === 0 && endsSentence(before, after))) {
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
    } else if (isSeparator(tokens, i, gap)) close(i);
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

const NOTHING: ReadonlySet<number> = new Set();

/** Asked for beside a contrast only. Where nothing is named, there is nothing that the contrast could be with. */
function aboutOf(subject: readonly number[], { against, markers }: Contrast): ReadonlySet<number> {
  return against.size === 0 || subject.length === 0 ? NOTHING : new Set([...subject, ...markers]);
}

/** Cuts the tokens into clauses and carries what a clause is about on to the next ones that do not say. */
export function clausesOf(tokens: readonly Token[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let last: { readonly subject: Subject; readonly sentence: number } | undefined;
  /** What the sentence was about before an aside. */
  let main: Subject | undefined;
  for (const piece of mergeOpenings(cut(tokens, text), tokens, text)) {
    const contrast = contrastIn(tokens, piece.from, piece.to, text);
    const { against } = contrast;
    const subject = subjectOf(tokens, piece);
    const own =
      against.size === 0
        ? subject
        : { ...subject, tokens: subject.tokens.filter((index) => !against.has(index)) };
    const paragraph = /(?:^|[^:])\s*\n/.test(
      text.slice(tokens[piece.from - 1]?.to ?? 0, tokens[piece.from]?.from ?? 0),
    );
    if (main !== undefined && last !== undefined && last.sentence !== piece.sentence) {
      last = { ...last, subject: main };
      main = undefined;
    }
    if (paragraph) last = undefined;
    const goesOn =
      own.tokens.length === 0 || (last?.subject.kind === 'topic' && opensWithoutSubject(tokens, piece, own));
    const inherits =
      goesOn &&
      last !== undefined &&
      carries(last.subject, last.sentence === piece.sentence, tokens[piece.from]);
    const topic = inherits && last !== undefined ? last.subject.tokens : [];
    const about = aboutOf(inherits ? topic : own.tokens, contrast);
    const { from, to, sentence, states } = piece;
    clauses.push({ from, to, sentence, states, topic, about, against });
    if (inherits && last !== undefined) last = { ...last, sentence: piece.sentence };
    else if (own.tokens.length > 0) {
      main = last !== undefined && isAside(tokens, piece, own) ? (main ?? last.subject) : undefined;
      last = { subject: own, sentence: piece.sentence };
    }
  }
  return clauses;
}
