/**
 * What is left of a number in `bits` bits: the fraction cut off towards zero, then modulo 2^bits, read as two's complement where
 * signed, as C does for integers and numpy's astype for the values that fit in 32 bits. 300.5 in 8 bits -> 44.
 */
export function wrapInteger(x: number, bits: number, signed: boolean): number {
  const span = 2 ** bits;
  const rest = ((Math.trunc(x) % span) + span) % span;
  return signed && rest >= span / 2 ? rest - span : rest;
}
