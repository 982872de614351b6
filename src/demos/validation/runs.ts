import type { Colour } from '../../charts/model.ts';

/** Stretches of neighbouring samples of one colour, for a picture of a split: 0 .. n-1 as spans from..to. */
export function runsOf(
  n: number,
  colourAt: (index: number) => Colour,
): { readonly from: number; readonly to: number; readonly colour: Colour }[] {
  const runs: { from: number; to: number; colour: Colour }[] = [];
  for (let i = 0; i < n; i++) {
    const colour = colourAt(i);
    const last = runs.at(-1);
    if (last !== undefined && last.colour === colour) last.to = i + 1;
    else runs.push({ from: i, to: i + 1, colour });
  }
  return runs;
}
