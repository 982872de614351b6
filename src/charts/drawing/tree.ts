import { type HierarchyPointLink, type HierarchyPointNode, hierarchy, tree } from 'd3-hierarchy';
import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { TreeChart, TreeNode } from '../model.ts';
import { AXIS, COLOURS, INK, MUTED, PAPER, SIZE, SOFT_INK } from '../theme.ts';
import { centred, element, px } from './element.ts';
import { sheet } from './paper.ts';

/** A tree from the top down (tidy layout of Reingold and Tilford, as d3-hierarchy has it). */

interface Look {
  readonly fill: string;
  readonly stroke: string;
  readonly ink: string;
}

export function boxLook(look: 'plain' | 'chosen' | 'muted' | undefined, colour: string): Look {
  switch (look ?? 'plain') {
    case 'chosen':
      return { fill: colour, stroke: colour, ink: PAPER };
    case 'muted':
      return { fill: PAPER, stroke: MUTED, ink: SOFT_INK };
    case 'plain':
      return { fill: '#EEF5FA', stroke: colour, ink: INK };
  }
}

/** Widest text of a node, in em. */
function widest(root: HierarchyPointNode<TreeNode>): number {
  return Math.max(
    ...root
      .descendants()
      .map(({ data }) => Math.max(textWidth(data.label, 1), textWidth(data.note ?? '', 0.85))),
  );
}

/** Room between neighbours that decides how large the boxes may be. */
function slotOf(root: HierarchyPointNode<TreeNode>, width: number): number {
  const byDepth = new Map<number, number[]>();
  for (const node of root.descendants())
    byDepth.set(node.depth, [...(byDepth.get(node.depth) ?? []), node.x]);
  let slot = width;
  for (const xs of byDepth.values()) {
    xs.sort((a, b) => a - b);
    for (let i = 1; i < xs.length; i++) slot = Math.min(slot, (xs[i] ?? 0) - (xs[i - 1] ?? 0));
  }
  return slot;
}

function link({ source, target }: HierarchyPointLink<TreeNode>, half: number, font: number): string {
  const [x1, y1, x2, y2] = [source.x, source.y + half, target.x, target.y - half];
  const middle = (y1 + y2) / 2;
  const { edge, look } = target.data;
  return (
    element('path', {
      d: `M${px(x1)},${px(y1)}C${px(x1)},${px(middle)} ${px(x2)},${px(middle)} ${px(x2)},${px(y2)}`,
      fill: 'none',
      stroke: look === 'chosen' ? COLOURS[target.data.colour ?? 'blue'] : AXIS,
      'stroke-width': look === 'chosen' ? 3.5 : 2,
    }) +
    (edge === undefined || font < 11
      ? ''
      : element('rect', {
          x: (x1 + x2) / 2 - textWidth(edge, font) / 2 - 3,
          y: middle - font * 0.7,
          width: textWidth(edge, font) + 6,
          height: font * 1.4,
          fill: PAPER,
        }) + centred(edge, (x1 + x2) / 2, middle, { size: font, colour: SOFT_INK }))
  );
}

function box(node: HierarchyPointNode<TreeNode>, width: number, half: number, font: number): string {
  const look = boxLook(node.data.look, COLOURS[node.data.colour ?? 'blue']);
  const { note } = node.data;
  const small = font * 0.85;
  const shape = element('rect', {
    x: node.x - width / 2,
    y: node.y - half,
    width,
    height: 2 * half,
    rx: Math.min(10, half),
    fill: look.fill,
    stroke: look.stroke,
    'stroke-width': 2,
  });
  if (font < 9) return shape;
  const text = cutTo(node.data.label, font, width - 6);
  return (
    shape +
    centred(text, node.x, note === undefined ? node.y : node.y - font * 0.55, {
      size: font,
      colour: look.ink,
      weight: 600,
    }) +
    (note === undefined
      ? ''
      : centred(cutTo(note, small, width - 6), node.x, node.y + font * 0.65, {
          size: small,
          colour: look.ink,
        }))
  );
}

export function treeSvg(chart: TreeChart, size: Size): string {
  const heading = headingOf(chart, size);
  const depth = hierarchy(chart.root).height;
  const top = heading.bottom + 20;
  const root = tree<TreeNode>()
    .size([size.width - 2 * MARGIN, 1])
    .separation(() => 1)(hierarchy(chart.root, (node) => node.children as TreeNode[] | undefined));
  const slot = slotOf(root, size.width * 0.5);
  const room = size.height - top - 26;
  const level = room / (depth + 1);
  const hasNotes = root.descendants().some((node) => node.data.note !== undefined);
  const em = widest(root);
  const font = Math.min(SIZE.text, (slot - 14) / (em + 0.8), (level * 0.55) / (hasNotes ? 2.4 : 1.7));
  const half = Math.max(7, (hasNotes ? 1.2 : 0.85) * Math.max(font, 9));
  const width = Math.max(14, Math.min(slot - 8, (em + 1) * Math.max(font, 9)));
  // The outermost boxes must not stick out of the sheet.
  const inner = (size.width - 2 * MARGIN - width) / Math.max(1, size.width - 2 * MARGIN);
  for (const node of root.descendants()) {
    node.x = MARGIN + width / 2 + node.x * inner;
    node.y = top + half + (depth === 0 ? 0 : (node.depth * (room - 2 * half)) / depth);
  }
  return sheet(
    size,
    heading,
    ...root.links().map((one) => link(one, half, Math.min(SIZE.small, font * 0.9))),
    ...root.descendants().map((node) => box(node, width * Math.min(1, inner + 0.12), half, font)),
  );
}
