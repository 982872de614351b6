import type { Colour, GanttChart } from '../../charts/model.ts';

type Span = GanttChart['spans'][number];

/** Up to here every sample is a block of its own; beyond, neighbours of one colour are drawn as one. */
export const MAX_BLOCKS = 40;

/** One row of a picture of a split: samples 0 .. n-1 as coloured blocks centred on their numbers, with texts in them if given. */
export function sampleSpans(
  n: number,
  row: number,
  colourAt: (index: number) => Colour,
  labels?: readonly number[],
): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (let i = 0; i < n; i++) {
    const colour = colourAt(i);
    if (n > MAX_BLOCKS && i + 1 < n && colourAt(i + 1) === colour) continue;
    const label = n > MAX_BLOCKS ? undefined : labels?.[i];
    spans.push({
      row,
      from: from - 0.5,
      to: i + 0.5,
      colour,
      ...(label === undefined ? {} : { label: String(label) }),
    });
    from = i + 1;
  }
  return spans;
}

/** The axis under such rows. */
export function sampleAxis(name: string, n: number): GanttChart['x'] {
  return { name, min: -0.5, max: n - 0.5, whole: true };
}
