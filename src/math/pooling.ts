import type { Rows } from './vector.ts';

export interface PoolingSettings {
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
}

/** Places of a window in one direction: floor((n + 2 padding - size) / stride) + 1; may be below 1. */
export function pooledSize(n: number, { size, stride, padding }: PoolingSettings): number {
  return Math.floor((n + 2 * padding - size) / stride) + 1;
}

/**
 * Pools a map [h][w] window by window, as torch.nn.functional.max_pool2d and avg_pool2d do: the maximum never takes a place of
 * the padding, the average counts it as zeros. With padding <= size / 2 every window meets the map. Cost: output * size^2.
 */
export function pool2d(x: Rows, kind: 'max' | 'average', settings: PoolingSettings): number[][] {
  const { size, stride, padding } = settings;
  const height = Math.max(0, pooledSize(x.length, settings));
  const width = Math.max(0, pooledSize(x[0]?.length ?? 0, settings));
  const within = (i: number, j: number): number[] =>
    x
      .slice(Math.max(0, i * stride - padding), i * stride - padding + size)
      .flatMap((row) => row.slice(Math.max(0, j * stride - padding), j * stride - padding + size));
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => {
      const window = within(i, j);
      return kind === 'max'
        ? Math.max(...window)
        : window.reduce((sum, value) => sum + value, 0) / (size * size);
    }),
  );
}
