import { cutTo, headingOf, MARGIN, type Size, textWidth } from '../frame.ts';
import type { GraphChart } from '../model.ts';
import { AXIS, COLOURS, MUTED, PAPER, SIZE, SOFT_INK } from '../theme.ts';
import { centred, element, px } from './element.ts';
import { sheet } from './paper.ts';
import { boxLook } from './tree.ts';

/** Nodes at given places and the edges between them. */

type Node = GraphChart['nodes'][number];
type Edge = GraphChart['edges'][number];

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Plan {
  readonly places: ReadonlyMap<string, Place>;
  readonly radius: number;
  readonly font: number;
}

function planOf(chart: GraphChart, size: Size, top: number): Plan {
  const xs = chart.nodes.map((node) => node.x);
  const ys = chart.nodes.map((node) => node.y);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const pad = 62;
  const width = size.width - 2 * (MARGIN + pad);
  const height = size.height - top - 24 - 2 * pad;
  const places = new Map<string, Place>();
  for (const node of chart.nodes)
    places.set(node.id, {
      x: MARGIN + pad + (maxX > minX ? ((node.x - minX) / (maxX - minX)) * width : width / 2),
      y: top + pad + (maxY > minY ? ((maxY - node.y) / (maxY - minY)) * height : height / 2),
    });
  let nearest = 240;
  const all = [...places.values()];
  for (let i = 0; i < all.length; i++)
    for (let j = 0; j < i; j++) {
      const [a, b] = [all[i], all[j]];
      if (a !== undefined && b !== undefined) nearest = Math.min(nearest, Math.hypot(a.x - b.x, a.y - b.y));
    }
  const radius = Math.max(11, Math.min(46, nearest * 0.3));
  const longest = Math.max(1, ...chart.nodes.map((node) => textWidth(node.label, 1)));
  return { places, radius, font: Math.max(11, Math.min(SIZE.text, (radius * 1.75) / longest)) };
}

function edgeColour(edge: Edge): string {
  if (edge.look === 'chosen') return COLOURS[edge.colour ?? 'vermillion'];
  return edge.look === 'muted' ? MUTED : edge.colour === undefined ? AXIS : COLOURS[edge.colour];
}

/** A filled triangle whose tip is at `tip`. */
function arrow(tip: Place, angle: number, colour: string): string {
  const corner = (turn: number): string =>
    `${px(tip.x - 14 * Math.cos(angle + turn))},${px(tip.y - 14 * Math.sin(angle + turn))}`;
  return element('path', { d: `M${px(tip.x)},${px(tip.y)}L${corner(0.42)}L${corner(-0.42)}Z`, fill: colour });
}

/** Two edges between the same nodes, one each way, are bent apart. */
function edgeLine(edge: Edge, plan: Plan, bent: boolean): string {
  const from = plan.places.get(edge.from);
  const to = plan.places.get(edge.to);
  if (from === undefined || to === undefined || edge.from === edge.to) return '';
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const bend = bent ? 0.32 : 0;
  const start = {
    x: from.x + plan.radius * Math.cos(angle - bend),
    y: from.y + plan.radius * Math.sin(angle - bend),
  };
  const end = {
    x: to.x - plan.radius * Math.cos(angle + bend),
    y: to.y - plan.radius * Math.sin(angle + bend),
  };
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const middle = {
    x: (start.x + end.x) / 2 + Math.sin(angle) * length * bend * 0.6,
    y: (start.y + end.y) / 2 - Math.cos(angle) * length * bend * 0.6,
  };
  const colour = edgeColour(edge);
  return (
    element('path', {
      d: `M${px(start.x)},${px(start.y)}Q${px(middle.x)},${px(middle.y)} ${px(end.x)},${px(end.y)}`,
      fill: 'none',
      stroke: colour,
      'stroke-width': edge.look === 'chosen' ? 4 : 2.2,
    }) + (edge.directed === true ? arrow(end, angle + (bent ? bend * 0.6 : 0), colour) : '')
  );
}

function edgeLabel(edge: Edge, plan: Plan, bent: boolean): string {
  const from = plan.places.get(edge.from);
  const to = plan.places.get(edge.to);
  if (edge.label === undefined || edge.label === '' || from === undefined || to === undefined) return '';
  const size = Math.min(SIZE.small, plan.font + 1);
  // Off the middle, so that labels of crossing edges do not meet.
  const share = 0.42;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const aside = bent ? Math.hypot(to.x - from.x, to.y - from.y) * 0.1 : 0;
  const x = from.x + (to.x - from.x) * share + Math.sin(angle) * aside;
  const y = from.y + (to.y - from.y) * share - Math.cos(angle) * aside;
  const wide = textWidth(edge.label, size) + 8;
  return (
    element('rect', {
      x: x - wide / 2,
      y: y - size * 0.7,
      width: wide,
      height: size * 1.4,
      rx: 4,
      fill: PAPER,
      'fill-opacity': '0.9',
    }) +
    centred(edge.label, x, y, {
      size,
      colour: edge.look === 'chosen' ? edgeColour(edge) : SOFT_INK,
      weight: edge.look === 'chosen' ? 600 : 400,
    })
  );
}

function nodeMark(node: Node, plan: Plan): string {
  const place = plan.places.get(node.id);
  if (place === undefined) return '';
  const look = boxLook(node.look, COLOURS[node.colour ?? 'blue']);
  const size = Math.min(SIZE.small, plan.font);
  const note = node.note ?? '';
  return (
    element('circle', {
      cx: place.x,
      cy: place.y,
      r: plan.radius,
      fill: look.fill,
      stroke: look.stroke,
      'stroke-width': 2.5,
    }) +
    centred(cutTo(node.label, plan.font, plan.radius * 2.1), place.x, place.y, {
      size: plan.font,
      colour: look.ink,
      weight: 600,
    }) +
    (note === ''
      ? ''
      : centred(note, place.x, place.y + plan.radius + size * 0.85, { size, colour: SOFT_INK }))
  );
}

export function graphSvg(chart: GraphChart, size: Size): string {
  const heading = headingOf(chart, size);
  const plan = planOf(chart, size, heading.bottom);
  const pairs = new Set(chart.edges.map((edge) => `${edge.from}\n${edge.to}`));
  const bent = (edge: Edge): boolean => pairs.has(`${edge.to}\n${edge.from}`);
  return sheet(
    size,
    heading,
    ...chart.edges.map((edge) => edgeLine(edge, plan, bent(edge))),
    ...chart.nodes.map((node) => nodeMark(node, plan)),
    ...chart.edges.map((edge) => edgeLabel(edge, plan, bent(edge))),
  );
}
