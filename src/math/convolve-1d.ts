import { type ConvolutionSettings, outputSize } from './convolve.ts';
import type { Vector } from './vector.ts';

/**
 * Cross-correlation out[i] = sum_j kernel[j] signal[i stride - padding + j dilation] with zeros outside, as
 * torch.nn.functional.conv1d does it for one channel. signal[n], kernel[k] -> [outputSize(n)]; empty where that is below 1.
 * Cost: output * k.
 */
export function crossCorrelate(signal: Vector, kernel: Vector, settings: ConvolutionSettings): number[] {
  const { stride, padding, dilation } = settings;
  const length = Math.max(0, outputSize(signal.length, kernel.length, settings));
  return Array.from({ length }, (_, i) =>
    kernel.reduce((sum, weight, j) => sum + weight * (signal[i * stride - padding + j * dilation] ?? 0), 0),
  );
}

/** Convolution proper: cross-correlation with the kernel reversed (numpy.convolve). */
export function convolve(signal: Vector, kernel: Vector, settings: ConvolutionSettings): number[] {
  return crossCorrelate(signal, [...kernel].reverse(), settings);
}
