/** Places for the nodes of a graph. */

/** Layers from left to right, each centred: `counts` nodes in each; returns [layer][node] -> place, y upward. */
export function layers(counts: readonly number[]): { readonly x: number; readonly y: number }[][] {
  return counts.map((count, layer) =>
    Array.from({ length: count }, (_, node) => ({ x: layer * 2, y: (count - 1) / 2 - node })),
  );
}

/** `count` places on a circle, the first at the top, clockwise. */
export function circle(count: number): { readonly x: number; readonly y: number }[] {
  return Array.from({ length: count }, (_, node) => {
    const angle = Math.PI / 2 - (2 * Math.PI * node) / count;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}
