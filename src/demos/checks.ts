import { refuse } from './demo.ts';

/** Checks that many demos share; each names the parameter at fault. */

export function sameLength(
  name: string,
  values: readonly unknown[],
  other: string,
  others: readonly unknown[],
): void {
  if (values.length !== others.length)
    refuse(
      name,
      `${other}와 개수가 같아야 해요 (${values.length}개와 ${others.length}개).`,
      `must have as many entries as ${other} (${values.length} and ${others.length}).`,
    );
}

export function ordered(low: string, lowValue: number, high: string, highValue: number): void {
  if (!(lowValue < highValue)) refuse(low, `${high}보다 작아야 해요.`, `must be less than ${high}.`);
}

export function notConstant(name: string, values: readonly number[]): void {
  if (values.every((value) => value === values[0]))
    refuse(name, '모두 같은 값이면 계산할 수 없어요.', 'must not be the same value throughout.');
}

/** Probabilities: their sum is 1 within 1e-6. */
export function sumsToOne(name: string, values: readonly number[]): void {
  const sum = values.reduce((total, value) => total + value, 0);
  if (Math.abs(sum - 1) > 1e-6)
    refuse(name, `합이 1이어야 해요 (지금은 ${round(sum)}).`, `must sum to 1 (it is ${round(sum)}).`);
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** At least two classes, both 0 and 1 where only these are allowed. */
export function twoClasses(name: string, labels: readonly number[]): void {
  if (new Set(labels).size < 2)
    refuse(name, '서로 다른 클래스가 두 개 이상 있어야 해요.', 'must contain at least two classes.');
}

/** `ko` and `en` say what the limit is: "x의 행 수", "the number of rows of x". */
export function atMost(name: string, value: number, most: number, ko: string, en: string): void {
  if (value > most) refuse(name, `${ko}(${most}) 이하여야 해요.`, `must be at most ${en} (${most}).`);
}

export function indexWithin(name: string, value: number, count: number): void {
  if (value < 0 || value >= count)
    refuse(name, `0부터 ${count - 1}까지여야 해요.`, `must be from 0 to ${count - 1}.`);
}
