import type { Rows } from './vector.ts';

export interface ConvolutionSettings {
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** floor((size + 2 padding - dilation (kernel - 1) - 1) / stride) + 1 (torch.nn.Conv2d); may be below 1. */
export function outputSize(
  size: number,
  kernel: number,
  { stride, padding, dilation }: ConvolutionSettings,
): number {
  return Math.floor((size + 2 * padding - dilation * (kernel - 1) - 1) / stride) + 1;
}

/**
 * Cross-correlation of an image [h][w] with a kernel [a][b], zero padding, as torch.nn.functional.conv2d does it for one
 * channel. Returns [outputSize(h)][outputSize(w)]; empty where a side would be below 1. Cost: output * a * b.
 */
export function convolve2d(image: Rows, kernel: Rows, settings: ConvolutionSettings): number[][] {
  const { stride, padding, dilation } = settings;
  const height = outputSize(image.length, kernel.length, settings);
  const width = outputSize(image[0]?.length ?? 0, kernel[0]?.length ?? 0, settings);
  if (height < 1 || width < 1) return [];
  return Array.from({ length: height }, (_, i) =>
    Array.from({ length: width }, (_, j) => {
      let total = 0;
      kernel.forEach((row, a) => {
        const line = image[i * stride - padding + a * dilation];
        if (line === undefined) return;
        row.forEach((weight, b) => {
          total += weight * (line[j * stride - padding + b * dilation] ?? 0);
        });
      });
      return total;
    }),
  );
}
