import { dot, norm } from './vector.ts';
import { wolfeSearch } from './wolfe-search.ts';

/**
 * Limited-memory BFGS (Liu & Nocedal, Mathematical Programming 45, 1989): a quasi-Newton method that keeps the last few
 * moves and changes of the gradient in place of an inverse Hessian. Cost: 4 · memory · d a step beside the line search.
 */

export interface Objective {
  readonly f: (at: readonly number[]) => number;
  readonly gradient: (at: readonly number[]) => readonly number[];
}

export interface Minimised {
  /** The start and one point an iteration. */
  readonly path: readonly (readonly number[])[];
  readonly gradNorm: number;
}

interface Move {
  /** Change of the point and of the gradient, and 1 over their product. */
  readonly s: readonly number[];
  readonly y: readonly number[];
  readonly rho: number;
}

function plus(a: readonly number[], b: readonly number[], factor: number): number[] {
  return a.map((value, i) => value + factor * (b[i] ?? 0));
}

/** The two-loop recursion: the gradient times the approximate inverse Hessian, without ever forming that matrix. */
function quasiNewtonDirection(gradient: readonly number[], moves: readonly Move[]): number[] {
  let q = [...gradient];
  const alphas = moves.map(() => 0);
  for (let i = moves.length - 1; i >= 0; i--) {
    const move = moves[i];
    if (move === undefined) continue;
    const alpha = move.rho * dot(move.s, q);
    alphas[i] = alpha;
    q = plus(q, move.y, -alpha);
  }
  const newest = moves.at(-1);
  const scale = newest === undefined ? 1 : dot(newest.s, newest.y) / dot(newest.y, newest.y);
  q = q.map((value) => value * scale);
  moves.forEach((move, i) => {
    q = plus(q, move.s, (alphas[i] ?? 0) - move.rho * dot(move.y, q));
  });
  return q.map((value) => -value);
}

export function lBfgs(
  { f, gradient }: Objective,
  start: readonly number[],
  { memory, tolerance, most }: { memory: number; tolerance: number; most: number },
): Minimised {
  const path = [start];
  let moves: Move[] = [];
  let at = start;
  let slope = gradient(at);
  while (norm(slope) >= tolerance && path.length <= most) {
    const direction = quasiNewtonDirection(slope, moves);
    // Nothing is known about the scale before the first move.
    const first = moves.length === 0 ? Math.min(1, 1 / norm(direction)) : 1;
    const from = at;
    const along = (step: number) => {
      const there = plus(from, direction, step);
      return { f: f(there), slope: dot(gradient(there), direction) };
    };
    const step = wolfeSearch(along, first);
    if (step === undefined) {
      if (moves.length === 0) break;
      moves = [];
      continue;
    }
    const next = plus(at, direction, step);
    const nextSlope = gradient(next);
    const s = plus(next, at, -1);
    const y = plus(nextSlope, slope, -1);
    const curvature = dot(s, y);
    if (curvature > Number.EPSILON * dot(y, y))
      moves = [...moves, { s, y, rho: 1 / curvature }].slice(-memory);
    [at, slope] = [next, nextSlope];
    path.push(at);
  }
  return { path, gradNorm: norm(slope) };
}
