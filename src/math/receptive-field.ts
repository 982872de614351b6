export interface Layer {
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
}

/**
 * How many inputs one output sees after each layer, and how many inputs apart neighbouring outputs stand (jump):
 * r += (kernel - 1) dilation jump, jump *= stride, from r = jump = 1 (Araujo, Norris & Sim, "Computing Receptive Fields of
 * Convolutional Neural Networks", Distill, 2019).
 */
export function receptiveFields(
  layers: readonly Layer[],
): { readonly field: number; readonly jump: number }[] {
  let field = 1;
  let jump = 1;
  return layers.map(({ kernel, stride, dilation }) => {
    field += (kernel - 1) * dilation * jump;
    jump *= stride;
    return { field, jump };
  });
}
