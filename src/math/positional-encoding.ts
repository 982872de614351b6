const BASE = 10_000;

/**
 * pe[pos][2i] = sin(pos / 10000^(2i/d)), pe[pos][2i+1] = cos of the same (Vaswani et al., "Attention Is All You Need", 2017,
 * section 3.5); d even. Returns [length][d].
 */
export function sinusoidalEncoding(length: number, d: number): number[][] {
  return Array.from({ length }, (_, position) =>
    Array.from({ length: d }, (_, column) => {
      const even = column - (column % 2);
      const angle = position / BASE ** (even / d);
      return column === even ? Math.sin(angle) : Math.cos(angle);
    }),
  );
}

/** Positions after which the pair of columns that begins with `even` comes round again. */
export function wavelength(even: number, d: number): number {
  return 2 * Math.PI * BASE ** (even / d);
}
