/** A source of chance that gives the same numbers for the same seed on every machine. */
export interface SeededRandom {
  /** Uniform in [0, 1), 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Whole number in [0, n), without bias. */
  below(n: number): number;
  /** A permutation of 0 .. n-1. */
  permutation(n: number): number[];
  /** k different numbers out of 0 .. n-1, in the order drawn. */
  sample(n: number, k: number): number[];
  /** k numbers out of 0 .. n-1, each drawn anew. */
  resample(n: number, k: number): number[];
}

/** SplitMix64 (Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014): spreads a seed over the state. */
function splitMix(seed: number): () => number {
  let state = BigInt.asUintN(64, BigInt(Math.trunc(seed)));
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return Number((z ^ (z >> 31n)) & 0xffffffffn);
  };
}

/** xoshiro128** (Blackman & Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47(4), 2021): 32 random bits. */
function xoshiro(seed: number): () => number {
  const next = splitMix(seed);
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const five = Math.imul(b, 5);
    const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
}

/** Cost: a few nanoseconds a number. `seed` is a whole number; another seed gives another stream. */
export function seededRandom(seed: number): SeededRandom {
  const bits = xoshiro(seed);
  let spare: number | undefined;
  const uniform = (): number => ((bits() >>> 5) * 67108864 + (bits() >>> 6)) / 9007199254740992;
  /** Rejection keeps every outcome equally likely (Lemire, ACM TOMACS 29(1), 2019, has the reasoning). */
  const below = (n: number): number => {
    const limit = 4294967296 - (4294967296 % n);
    for (;;) {
      const drawn = bits();
      if (drawn < limit) return drawn % n;
    }
  };
  const sample = (n: number, k: number): number[] => {
    const all = Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < k; i++) {
      const j = i + below(n - i);
      const [one = i, other = j] = [all[i], all[j]];
      all[i] = other;
      all[j] = one;
    }
    return all.slice(0, k);
  };
  return {
    uniform,
    below,
    sample,
    permutation: (n) => sample(n, n),
    resample: (n, k) => Array.from({ length: k }, () => below(n)),
    /** Marsaglia's polar method (SIAM Review 6(3), 1964). */
    normal() {
      if (spare !== undefined) {
        const kept = spare;
        spare = undefined;
        return kept;
      }
      for (;;) {
        const u = 2 * uniform() - 1;
        const v = 2 * uniform() - 1;
        const s = u * u + v * v;
        if (s > 0 && s < 1) {
          const scale = Math.sqrt((-2 * Math.log(s)) / s);
          spare = v * scale;
          return u * scale;
        }
      }
    },
  };
}
