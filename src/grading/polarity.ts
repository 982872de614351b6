import { finalConsonant } from './hangul.ts';
import { endsLink, isOnly, isPartial, isPartialInEnglish, STANDING, takenBack } from './negation.ts';
import { endsNote, isObject, isSubject, isTopic } from './particles.ts';
import type { Clause, Polarity, Token } from './token.ts';

/**
 * Which words a negation governs.
 * Korean: the negator follows what it negates (줄이지 않다, 줄일 수 없다, 데이터가 없다, 가중치가 아니다, 배치 통계 대신);
 * only 안 and 못 stand before it. English: the negator comes first (does not reduce, no labels, without labels, instead of).
 */

const AUXILIARY = /^(?:않|못하|못한|못했|못합|못해|못함|말고|말아|마라|마세)/;
const ABSENCE =
  /^(?:없다|없는|없이|없고|없으|없어서|없어요|없습|없음|없을|없었|없지|없던|없거|없죠|없도|없게|없앤|없애|없기|없어$|무관)/;
/** -지 않게, -지 않도록: what is kept from happening is neither affirmed nor denied of the subject. */
const PURPOSE = /^(?:않|못하)(?:게|도록)/;
const HARDSHIP = /^(?:어렵|어려|힘들|힘드|곤란|불가)/;
const NEGATING = /^(?:않|못|없|아니|아닌|아님|아닙)/;
/** 안 and 못 written together with their verb, and with its noun: 안됨, 영향안줌. */
const GLUED =
  /^(?:안|못)(?:하|되|함|됨|된|한|할|될|했|됐|써|쓰|줄|바뀌|변|해|돼|맞|좋)|^못(?!지|하|한|했|합|해|함)[가-힣]{2,}|[가-힣]수(?:가|는|도)?없|[가-힣]{2}(?:안|못)(?:하|되|해|돼|합|함|됨|된|한|할|될|했|됐|주|줌|줘|준)/;
const REMOVAL = /^(?:없애|없앤|없앨|없앱)/;
const DENIAL = /^(?:아니|아닌|아닙|아님|아녜)/;
const BARE = /[^은는이가을를에의로도와과며고면서다요]$/;
/** "A이지 B가 아니다", "A를 쓰지 B를 쓰지는 않는다". */
const AFFIRMED_BESIDE = /(?:[^미페메]이|하|되|쓰)지$/;
function isAffirmedBeside(token: Token): boolean {
  return token.script === 'ko' && token.polarity !== 'negated' && AFFIRMED_BESIDE.test(token.text);
}

/** Words between a verb and its object that the negation passes over. */
const ADVERBS = new Set(['다', '전부', '모두', '잘', '더', '꼭', '전혀', '거의', '직접', '따로', '안', '못']);
const SCOPE = 3;
const EN_STRONG = new Set([
  'cant',
  'dont',
  'doesnt',
  'isnt',
  'arent',
  'wont',
  'didnt',
  'couldnt',
  'not',
  'never',
  'cannot',
  'hardly',
  'rarely',
  'nor',
]);
const EN_NOMINAL = new Set(['no', 'without', 'neither']);
const EN_SKIP = new Set(
  'a an the to be been is are was were any at all it they that this so very really actually longer necessarily of by in on for do does did can could will would have has had'.split(
    ' ',
  ),
);

/** Verbs that leave the meaning to the noun before them; 해시, 하위, 한계, 할당 are nouns. */
const LIGHT =
  /^(?:안|못)?(?:하|해|했|한|할|함|되|돼|됐|된|될|됨|시키)(?!시|석|결|당|위|나|드|이퍼|계|쪽|번|수|께|돌)/;

function raise(tokens: readonly Token[], index: number, polarity: Polarity): void {
  const token = tokens[index];
  if (token === undefined) return;
  // A second negation of the same word takes the first one back: 없지 않다, "not without".
  if (polarity === 'negated' && token.polarity === 'negated') token.polarity = 'affirmed';
  else if (polarity === 'negated' || token.polarity === 'affirmed') token.polarity = polarity;
}

/** Negates the word at `index` and shadows the bare words and the argument right before it. */
function negateBack(
  tokens: readonly Token[],
  index: number,
  from: number,
  polarity: Polarity,
  intransitive = false,
): void {
  raise(tokens, index, polarity);
  let j = index - 1;
  // The noun of a light verb carries the meaning: 필요로 하지 않다, 발산을 안 하다.
  if (polarity === 'negated' && LIGHT.test(tokens[index]?.text ?? '')) {
    let noun = j;
    while (noun > from && noun > index - 4 && ADVERBS.has(tokens[noun]?.text ?? '')) noun -= 1;
    // 리스트는 해시할 수 없다: a topic is no part of the verb.
    const topic = isTopic(tokens[noun]?.text ?? '', false);
    if (noun >= from) raise(tokens, noun, topic ? 'shadowed' : 'negated');
    j = noun - 1;
  }
  let argument = false;
  while (j >= from && index - j <= 3) {
    const token = tokens[j];
    if (token === undefined || token.script === 'symbol') break;
    if (/^(?:때|때는|전에|후에|동안)$/.test(token.text) || endsLink(tokens, j)) break;
    if (ADVERBS.has(token.text) || STANDING.test(token.text)) {
      j -= 1;
      continue;
    }
    // 평균이지 중앙값이 아니다: what stands before is affirmed.
    if (isAffirmedBeside(token)) break;
    if (intransitive && isObject(token.text, false)) break;
    const marked = token.script === 'ko' && /[은는이가을를도]$/.test(token.text);
    if (marked && (argument || /[은는]$/.test(token.text))) break;
    if (!marked && token.script === 'ko' && !BARE.test(token.text)) break;
    raise(tokens, j, 'shadowed');
    if (marked) argument = true;
    j -= 1;
  }
}

/** A verb that describes the noun after it: 없애는, 학습하는, 줄인, 늘릴. */
function isAdnominal(token: Token): boolean {
  if (token.script !== 'ko' || isTopic(token.text, false) || STANDING.test(token.text)) return false;
  return /[는은던]$/.test(token.text) || ['ㄴ', 'ㄹ'].includes(finalConsonant(token.text));
}

/** 안 and 못 stand before the verb that they negate. */
function negateNext(tokens: readonly Token[], index: number, from: number): void {
  const next = tokens[index + 1];
  if (next?.script !== 'ko') return;
  // "층 안 연결을": inside, not a negation; what follows is a noun. Split from its verb (안받는) it is none.
  const noun = isObject(next.text, false) || isSubject(next.text, false) || isTopic(next.text, false);
  if (noun && next.from !== tokens[index]?.to) return;
  negateBack(tokens, index + 1, from, 'negated');
}

const BOUND = /^(?:수|수가|수는|수도|순|필요|필요가|필요는|필욘)$/;

/** 수 and 필요 after an adnominal verb (줄일 수 없다, 줄일 필요가 없다): what is denied is that verb. */
function isBound(noun: Token, verb: Token | undefined): boolean {
  if (noun.script !== 'ko' || !BOUND.test(noun.text)) return false;
  return noun.text.startsWith('수') || (verb?.script === 'ko' && finalConsonant(verb.text) === 'ㄹ');
}

/** 작지 않은지, 없는지 asks whether; 하나밖에 없다 affirms the one. */
function deniesNothing(tokens: readonly Token[], index: number, from: number): boolean {
  const text = tokens[index]?.text ?? '';
  return /(?:은|는|닌)지(?:를|도|는)?$/.test(text) || (NEGATING.test(text) && isOnly(tokens, index, from));
}

function denial(tokens: readonly Token[], negator: number, from: number): Polarity {
  return isPartial(tokens, negator, from) ? 'shadowed' : 'negated';
}

/** 라벨이 없다, 줄일 수 없다, 줄일 필요가 없다. */
function absent(tokens: readonly Token[], negator: number, from: number): void {
  const noun = tokens[negator - 1];
  const far = noun !== undefined && negator - 2 >= from && isBound(noun, tokens[negator - 2]);
  // 성능을 편향 없이 나타낸다: what is absent has no object.
  negateBack(tokens, far ? negator - 2 : negator - 1, from, 'negated', !far);
  if (far && noun.text.startsWith('필요')) raise(tokens, negator - 1, 'negated');
}

/** 이상치를 없애는 작업이 아니다: the clause that describes the denied noun is denied with it. */
function notThat(tokens: readonly Token[], negator: number, from: number): void {
  const polarity = denial(tokens, negator, from);
  negateBack(tokens, negator - 1, from, polarity);
  const describing = tokens[negator - 2];
  if (negator - 2 >= from && describing !== undefined && isAdnominal(describing))
    negateBack(tokens, negator - 2, from, polarity);
}

/** Returns the negators that are denied themselves: the 없 of 없지 않다. */
function korean(tokens: readonly Token[], clause: Clause): number[] {
  const denied: number[] = [];
  // From the end to the start, so that a negator knows whether it is itself negated (없지 않다).
  const cancelled = new Set<number>();
  for (let i = clause.to - 1; i >= clause.from; i--) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token === undefined || token.script !== 'ko' || cancelled.has(i)) continue;
    const inside = i > clause.from;
    const inner = inside ? takenBack(tokens, i, clause.from) : -1;
    if (inner >= 0) cancelled.add(inner);
    if (inner >= 0 || (inside && deniesNothing(tokens, i, clause.from))) continue;
    if (/(?:지(?:는|도|를|가|만)?|진|질)(?:않|못)|지말(?:고|아|라|자)/.test(token.text))
      negateBack(tokens, i, clause.from, denial(tokens, i, clause.from));
    else if (
      inside &&
      before?.script === 'ko' &&
      AUXILIARY.test(token.text) &&
      /(?:지(?:는|도|를|가|만)?|진|질)$/.test(before.text)
    ) {
      const negator = ABSENCE.test(before.text) || DENIAL.test(before.text);
      if (negator) denied.push(i - 1);
      if (negator || /지(?:는|도)?않지$/.test(before.text)) cancelled.add(i - 1);
      else
        negateBack(
          tokens,
          i - 1,
          clause.from,
          PURPOSE.test(token.text) ? 'shadowed' : denial(tokens, i, clause.from),
        );
    } else if (inside && before !== undefined && /^(?:못하|못한|못했|못합|못해|못함)/.test(token.text)) {
      negateBack(tokens, i - 1, clause.from, 'negated');
    } else if (inside && ABSENCE.test(token.text) && !REMOVAL.test(token.text)) {
      absent(tokens, i, clause.from);
    } else if (inside && DENIAL.test(token.text) && !/뿐만?$/.test(before?.text ?? '')) {
      notThat(tokens, i, clause.from);
    } else if (inside && before?.script === 'ko' && HARDSHIP.test(token.text)) {
      // 병렬화가 어렵다 does not say that it runs in parallel, nor that it is impossible.
      negateBack(tokens, i - 1, clause.from, 'shadowed');
    } else if (inside && /^(?:말고|대신)(?:에)?$/.test(token.text))
      negateBack(tokens, i - 1, clause.from, 'shadowed');
    else if ((token.text === '안' || token.text === '못') && i + 1 < clause.to)
      negateNext(tokens, i, clause.from);
    else if (GLUED.test(token.text)) negateBack(tokens, i, clause.from, 'negated');
  }
  return denied;
}

/**
 * When the main verb of a clause is denied, everything it speaks of is said not to be so: 위치 인코딩은 필요하지 않다 does not
 * state a position encoding. What stands before a subordinate ending (…해도, …이라서) is spared.
 */
function shadowClause(tokens: readonly Token[], clause: Clause): void {
  const last = tokens[clause.to - 1];
  const before = tokens[clause.to - 2];
  if (last === undefined || last.script !== 'ko') return;
  const denied =
    last.polarity === 'negated' ||
    (before?.polarity === 'negated' && clause.to - 2 >= clause.from && NEGATING.test(last.text));
  if (!denied) return;
  for (let i = clause.to - 2; i >= clause.from; i--) {
    const token = tokens[i];
    if (token === undefined || endsLink(tokens, i) || /^(?:→|->|=>)$/.test(token.text)) return;
    // Notes without punctuation: what ends in -다, -요 or a nominal ㅁ was a statement of its own.
    if (token.script === 'ko' && (endsNote(token.text) || isAffirmedBeside(token))) return;
    if (!STANDING.test(token.text)) raise(tokens, i, 'shadowed');
  }
}

function english(tokens: readonly Token[], clause: Clause, text: string): void {
  for (let i = clause.from; i < clause.to; i++) {
    const token = tokens[i];
    if (token === undefined || token.script !== 'en') continue;
    const next = tokens[i + 1]?.text;
    // The "no" of no_grad is a part of a name.
    if (text.charAt(token.to) === '_' || text.charAt(token.from - 1) === '_') continue;
    const strong = EN_STRONG.has(token.text);
    const nominal = EN_NOMINAL.has(token.text);
    const instead =
      (token.text === 'instead' && next === 'of') || (token.text === 'rather' && next === 'than');
    if (!strong && !nominal && !instead) continue;
    if (token.text === 'not' && /^(?:only|just|merely|simply)$/.test(next ?? '')) continue;
    const partial = strong && isPartialInEnglish(tokens, i, clause.to);
    let reached = 0;
    for (let j = i + 1; j < clause.to && reached < (strong ? SCOPE : 2); j++) {
      const word = tokens[j];
      if (word === undefined || word.script === 'symbol' || word.text === 'but') break;
      if (EN_SKIP.has(word.text) || word.text === 'than') continue;
      raise(tokens, j, instead || partial ? 'shadowed' : reached === 0 || nominal ? 'negated' : 'shadowed');
      reached += 1;
    }
  }
}

function comparisons(tokens: readonly Token[], clause: Clause): void {
  for (let i = clause.from; i < clause.to; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (token.script === 'ko' && /보다(?:는|도)?$/.test(token.text)) {
      token.than = true;
      const before = tokens[i - 1];
      if (token.glued && before !== undefined && i > clause.from) before.than = true;
    }
    if (token.script === 'en' && token.text === 'than') {
      for (let j = i + 1; j < Math.min(clause.to, i + 5); j++) {
        const word = tokens[j];
        if (word !== undefined) word.than = true;
      }
    }
  }
}

/** 바꾸거나 추가할 수 없다: what cannot or need not be is both. A clause with a subject of its own denies that alone. */
export function markAlternatives(tokens: readonly Token[], clauses: readonly Clause[]): void {
  for (const [index, { from, to, sentence }] of clauses.entries()) {
    const before = clauses[index - 1];
    const verb = before === undefined ? undefined : tokens[before.to - 1];
    if (before === undefined || before.sentence !== sentence || !/거나$/.test(verb?.text ?? '')) continue;
    for (let i = from; i < to; i++) {
      const [noun, token] = [tokens[i - 1], tokens[i]];
      if (token === undefined || (isSubject(token.text, false) && !BOUND.test(token.text))) break;
      const bound =
        i > from && noun !== undefined && ABSENCE.test(token.text) && isBound(noun, tokens[i - 2]);
      if (bound || /[가-힣]수(?:가|는|도)?없/.test(token.text))
        negateBack(tokens, before.to - 1, before.from, 'negated');
    }
  }
}

/** Sets `polarity` and `than` on the tokens of one clause. */
export function markPolarity(tokens: readonly Token[], clause: Clause, text: string): void {
  const denied = korean(tokens, clause);
  shadowClause(tokens, clause);
  // Only now: what a denied negator spoke of is so, and is not to be shadowed with it.
  for (const index of denied) raise(tokens, index, 'negated');
  english(tokens, clause, text);
  comparisons(tokens, clause);
}
