import { sigmoid } from './sigmoid.ts';
import { logSumExp } from './softmax.ts';
import { dot, multiply, type Rows, range, transpose, type Vector } from './vector.ts';

/**
 * Restricted Boltzmann machine with units of 0 and 1 (Smolensky's Harmonium, 1986; formulas as in Hinton, "A Practical Guide to
 * Training Restricted Boltzmann Machines", 2012). Energy E(v, h) = -b v - c h - v' W h, probability e^-E / Z.
 */
export interface Boltzmann {
  /** w[visible][hidden]. */
  readonly w: Rows;
  /** Biases of the visible and of the hidden units. */
  readonly b: Vector;
  readonly c: Vector;
}

/** What each hidden unit receives from the visible ones, bias included: c + W'v. */
function hiddenInput({ w, c }: Boltzmann, v: Vector): number[] {
  return multiply(transpose(w), v).map((value, j) => value + (c[j] ?? 0));
}

export function energy(machine: Boltzmann, v: Vector, h: Vector): number {
  return -dot(machine.b, v) - dot(hiddenInput(machine, v), h);
}

/** P(h_j = 1 | v): given the visible units, the hidden ones are independent. */
export function hiddenGivenVisible(machine: Boltzmann, v: Vector): number[] {
  return hiddenInput(machine, v).map(sigmoid);
}

/** P(v_i = 1 | h). */
export function visibleGivenHidden({ w, b }: Boltzmann, h: Vector): number[] {
  return multiply(w, h).map((value, i) => sigmoid(value + (b[i] ?? 0)));
}

/** ln(1 + e^x) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** F(v) = -ln sum over h of e^-E(v, h); the sum over 2^m states falls apart into m factors. */
export function freeEnergy(machine: Boltzmann, v: Vector): number {
  return -dot(machine.b, v) - hiddenInput(machine, v).reduce((total, x) => total + softplus(x), 0);
}

/** All states of n units; the first unit is the highest binary digit. */
export function binaryStates(n: number): number[][] {
  return range(2 ** n).map((state) => range(n).map((unit) => (state >> (n - 1 - unit)) & 1));
}

/** ln Z over all states. Cost: 2^n n m, which is why larger machines cannot be normalised exactly. */
export function logPartition(machine: Boltzmann): number {
  return logSumExp(binaryStates(machine.b.length).map((v) => -freeEnergy(machine, v)));
}
