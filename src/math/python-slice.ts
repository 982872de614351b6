export interface Slice {
  readonly start?: number;
  readonly stop?: number;
  readonly step?: number;
}

const PART = '\\s*([+-]?\\d+)?\\s*';
const SLICE = new RegExp(`^${PART}:${PART}(?::${PART})?$`);

/** Reads "start:stop" or "start:stop:step", where each part may be empty; undefined for anything else. */
export function parseSlice(text: string): Slice | undefined {
  const found = SLICE.exec(text);
  if (found === null) return undefined;
  const [start, stop, step] = [found[1], found[2], found[3]].map((part) =>
    part === undefined ? undefined : Number(part),
  );
  return {
    ...(start === undefined ? {} : { start }),
    ...(stop === undefined ? {} : { stop }),
    ...(step === undefined ? {} : { step }),
  };
}

/** slice.indices(n) of Python (PySlice_AdjustIndices in CPython's Objects/sliceobject.c): step not 0. */
export function sliceIndices(slice: Slice, n: number): { start: number; stop: number; step: number } {
  const step = slice.step ?? 1;
  // Walking back, the place before the first element is -1.
  const [low, high] = step > 0 ? [0, n] : [-1, n - 1];
  const within = (at: number): number => Math.min(high, Math.max(low, at < 0 ? at + n : at));
  return {
    start: slice.start === undefined ? (step > 0 ? low : high) : within(slice.start),
    stop: slice.stop === undefined ? (step > 0 ? high : low) : within(slice.stop),
    step,
  };
}

/** range(start, stop, step) of Python. */
export function pythonRange(start: number, stop: number, step: number): number[] {
  const count = Math.max(0, Math.ceil((stop - start) / step));
  return Array.from({ length: count }, (_, i) => start + i * step);
}
