/**
 * Pearson's product-moment correlation of two samples of equal length, -1 to 1.
 *
 * r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²). Source: Pearson, Proc. R. Soc. Lond. 58 (1895). Two passes, O(n).
 * NaN where a sample is constant or has fewer than two values. Throws RangeError on unequal lengths.
 */
export function pearson(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length)
    throw new RangeError(`pearson needs samples of equal length, not ${x.length} and ${y.length}`);
  const meanX = x.reduce((sum, value) => sum + value, 0) / x.length;
  const meanY = y.reduce((sum, value) => sum + value, 0) / y.length;
  let products = 0;
  let squaresX = 0;
  let squaresY = 0;
  x.forEach((value, index) => {
    const dx = value - meanX;
    const dy = (y[index] ?? 0) - meanY;
    products += dx * dy;
    squaresX += dx * dx;
    squaresY += dy * dy;
  });
  return products / Math.sqrt(squaresX * squaresY);
}
