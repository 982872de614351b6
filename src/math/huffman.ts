/** Huffman trees (Huffman, "A Method for the Construction of Minimum-Redundancy Codes", Proc. IRE 40(9), 1952). */

export type HuffmanNode =
  | { readonly kind: 'leaf'; readonly weight: number; readonly leaf: number }
  | {
      readonly kind: 'inner';
      readonly weight: number;
      /** Place among the inner nodes in the order in which they were made; the root is the last. */
      readonly inner: number;
      readonly zero: HuffmanNode;
      readonly one: HuffmanNode;
    };

/**
 * Joins the two lightest nodes again and again until one is left; of equal weights the older node goes first, leaves being
 * oldest. The first taken becomes bit 0. At least one weight. Cost: n^2, for alphabets of a few hundred.
 */
export function huffmanTree(weights: readonly number[]): HuffmanNode {
  // Nodes stand in the order of their making, so the first of the lightest is the oldest.
  const open: HuffmanNode[] = weights.map((weight, leaf) => ({ kind: 'leaf', weight, leaf }));
  const takeLightest = (): HuffmanNode => {
    let best = 0;
    for (let i = 1; i < open.length; i++) if ((open[i]?.weight ?? 0) < (open[best]?.weight ?? 0)) best = i;
    const [node] = open.splice(best, 1);
    if (node === undefined) throw new RangeError('a Huffman tree needs a weight');
    return node;
  };
  for (let inner = 0; inner < weights.length - 1; inner++) {
    const zero = takeLightest();
    const one = takeLightest();
    open.push({ kind: 'inner', weight: zero.weight + one.weight, inner, zero, one });
  }
  return takeLightest();
}

export interface Turn {
  readonly inner: number;
  readonly bit: 0 | 1;
}

/** The way from the root to each leaf: [leaf] -> turns. */
export function huffmanPaths(root: HuffmanNode): Turn[][] {
  const paths: Turn[][] = [];
  const walk = (node: HuffmanNode, path: readonly Turn[]): void => {
    if (node.kind === 'leaf') {
      paths[node.leaf] = [...path];
      return;
    }
    walk(node.zero, [...path, { inner: node.inner, bit: 0 }]);
    walk(node.one, [...path, { inner: node.inner, bit: 1 }]);
  };
  walk(root, []);
  return paths;
}
