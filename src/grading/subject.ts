import { isSubject, isTopic } from './particles.ts';
import type { Token } from './token.ts';

/** What a clause is about, and whether the next one goes on about it. */

/** Words without which an English sentence rarely makes a statement. */
export const ENGLISH_VERBS = new Set(
  (
    'is are was were be been being am has have had do does did can could will would shall should may might must not ' +
    'use uses used make makes made get gets let lets help helps give gives take takes need needs mean means keep keeps become becomes ' +
    'allow allows cause causes lead leads reduce reduces increase increases prevent prevents add adds apply applies'
  ).split(' '),
);
export const ENGLISH_FUNCTION = new Set(
  'the a an of to by from with that this it its they which into for in on at as because so when if than then each every'.split(
    ' ',
  ),
);
export const ENGLISH_BREAKS = new Set(['but', 'while', 'whereas', 'although', 'though', 'however']);
const CARRIERS = new Set(['it', 'this', 'they', 'these', 'which', 'that', 'and', 'so', 'thus', 'hence']);

export interface Piece {
  from: number;
  to: number;
  sentence: number;
  states: boolean;
}

export function afterLatin(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const before = tokens[index - 1];
  return (
    token?.glued === true && before !== undefined && before.script !== 'ko' && before.script !== 'symbol'
  );
}

/** The words before the verb of an English clause; none in a clause that has Korean words. */
function englishSubject(tokens: readonly Token[], piece: Piece): number[] {
  const subject: number[] = [];
  for (let i = piece.from; i < piece.to; i++) if (tokens[i]?.script === 'ko') return subject;
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
export interface Subject {
  readonly tokens: readonly number[];
  readonly kind: 'topic' | 'subject' | 'english';
}

/** Verbs that stand for the one before: 리스트는 되고요, 튜플은 안 그래요, "lists can". */
const PRO_VERB =
  /^(?:안|못)?(?:되|돼|된|됩|안돼|아니|아닌|아닙|그렇|그래|그러|반대|가능|불가|할|하|해)|^(?:안|수|있|없)/;
const ASIDE_LENGTH = 4;

/**
 * A few words that only refer to the predicate before them, about something else. They say nothing that a later
 * sentence could go on with.
 */
export function isAside(tokens: readonly Token[], piece: Piece, subject: Subject): boolean {
  const last = Math.max(...subject.tokens);
  if (piece.to - piece.from > ASIDE_LENGTH || last >= piece.to - 1) return false;
  return range(last + 1, piece.to).every((index) => {
    const token = tokens[index];
    if (token?.script === 'en') return ENGLISH_VERBS.has(token.text);
    return token?.script === 'ko' && PRO_VERB.test(token.text);
  });
}

const LABEL_SIGNS = new Set([':', '=', '→']);

function range(from: number, to: number): number[] {
  const indexes: number[] = [];
  for (let index = from; index < to; index++) indexes.push(index);
  return indexes;
}

export function subjectOf(tokens: readonly Token[], piece: Piece): Subject {
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
export function carries(subject: Subject, sameSentence: boolean, first: Token | undefined): boolean {
  if (sameSentence || subject.kind === 'topic') return true;
  return subject.kind === 'english' && CARRIERS.has(first?.text ?? '');
}

/** "바뀌지 않기 때문에 해시가 가능하다": what does not change is the topic; the subject belongs to the main verb. */
export function opensWithoutSubject(tokens: readonly Token[], piece: Piece, own: Subject): boolean {
  if (own.kind !== 'subject') return false;
  const first = own.tokens.find((index) => isSubject(tokens[index]?.text ?? '', afterLatin(tokens, index)));
  const before = tokens.slice(piece.from, first ?? piece.from);
  return before.some(
    (token) =>
      token.script === 'ko' && /때문에$|[해돼와려어아]서$|니까$|므로$|있어$|없어$|않아$/.test(token.text),
  );
}
