import { endsSubordinate } from './particles.ts';
import type { Token } from './token.ts';

/** Turns of phrase in which a negation does not simply deny: in part, twice, or all but one thing. */

const WHOLLY =
  /^(?:항상|언제나|반드시|무조건|늘|꼭|모두|전부|다|모든|완전히|전적으로|절대적으로|완벽하게|완벽히)$/;
const EN_WHOLLY = new Set(
  'always necessarily all every everywhere entirely completely fully wholly exactly quite totally strictly'.split(
    ' ',
  ),
);
/** -아, -어 between two clauses (몰리지 않아 기울기도 흐른다), unless an auxiliary goes on with the same verb. */
const LINK = /(?:되어|하여|않아|있어|없어|많아|적어|높아|낮아|쉬워|어려워|두어)$/;
const LINKED = /^(?:있|주|보|놓|두|내|버리|버려|야|왔|오|가|갈|진|지)/;

/** A subordinate clause ends here: what stands before it is none of the main verb's. */
export function endsLink(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.script !== 'ko') return false;
  return (
    endsSubordinate(token.text) || (LINK.test(token.text) && !LINKED.test(tokens[index + 1]?.text ?? ''))
  );
}

/** Words about the whole statement, which it does not deny: 대부분 최솟값이 아니라 …, 오히려, 그래서. */
export const STANDING =
  /^(?:대부분|대개|대체로|보통|주로|흔히|오히려|결국|사실상|실제로|그래서|그러나|하지만|따라서|그런데|반대로|그리고|또|또한)$/;

const PRO_VERB = /^(?:되|된|될|됩|돼|됐|됨)/;
const MUST = /(?:으?면|[아어해]서는|[아어해]선)$/;
const NEGATOR = /^(?:않|없|못하)|(?:지|진|질)않/;
const REACH = 6;

/** 항상 좋은 것은 아니다, 반드시 줄지는 않는다: says neither that it is so nor that it is not. */
export function isPartial(tokens: readonly Token[], negator: number, from: number): boolean {
  for (let i = negator - 1; i >= Math.max(from, negator - REACH); i--) {
    const token = tokens[i];
    // 거의 다 안장점이라 갇히지 않는다: wholly so, and not in part.
    if (i < negator - 1 && endsLink(tokens, i)) return false;
    if (token?.script === 'ko' && WHOLLY.test(token.text)) return true;
  }
  return false;
}

export function isPartialInEnglish(tokens: readonly Token[], negator: number, to: number): boolean {
  return [negator + 1, negator + 2].some((i) => i < to && EN_WHOLLY.has(tokens[i]?.text ?? ''));
}

/** 선형밖에 표현하지 못한다, 쓸 수밖에 없다: affirms that one thing. */
export function isOnly(tokens: readonly Token[], negator: number, from: number): boolean {
  for (let i = negator - 1; i >= Math.max(from, negator - 3); i--) {
    if (tokens[i]?.script === 'ko' && /밖에$/.test(tokens[i]?.text ?? '')) return true;
  }
  return false;
}

/**
 * The negator that the one at `index` takes back: 쓰지 않을 수 없다, 없어서는 안 된다, 안 하면 안 된다. -1 where there is
 * none.
 */
export function takenBack(tokens: readonly Token[], index: number, from: number): number {
  const word = tokens[index]?.text ?? '';
  if (!/^[없안못]/.test(word)) return -1;
  const last = index - 1;
  const bound = /^없/.test(word) && /^(?:수(?:가|는|도)?|순)$/.test(tokens[last]?.text ?? '');
  const must =
    MUST.test(tokens[last]?.text ?? '') &&
    (/^(?:안|못)(?:되|된|될|됩|돼|됐|됨)/.test(word) ||
      (word === '안' && PRO_VERB.test(tokens[index + 1]?.text ?? '')));
  if (!bound && !must) return -1;
  const inner = bound ? last - 1 : last;
  if (inner >= from && NEGATOR.test(tokens[inner]?.text ?? '')) return inner;
  return inner - 1 >= from && /^(?:안|못)$/.test(tokens[inner - 1]?.text ?? '') ? inner - 1 : -1;
}
