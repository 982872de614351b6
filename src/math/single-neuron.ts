import { leakyRelu } from './activations.ts';
import { mean } from './summary.ts';

/** One neuron max(wx + b, 0), leaky where `leak` > 0, on n points. */
export interface NeuronTask {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly leak: number;
}

export interface NeuronState {
  readonly w: number;
  readonly b: number;
  /** Mean squared error. */
  readonly loss: number;
  /** Share of the points with wx + b > 0. */
  readonly active: number;
  readonly dw: number;
  readonly db: number;
}

export function neuronState({ x, y, leak }: NeuronTask, w: number, b: number): NeuronState {
  const { f, df } = leakyRelu(leak);
  const z = x.map((value) => w * value + b);
  const residual = z.map((value, i) => f(value) - (y[i] ?? 0));
  // d loss / d z of each point, before the mean.
  const delta = residual.map((value, i) => 2 * value * df(z[i] ?? 0));
  return {
    w,
    b,
    loss: mean(residual.map((value) => value * value)),
    active: mean(z.map((value) => (value > 0 ? 1 : 0))),
    dw: mean(delta.map((value, i) => value * (x[i] ?? 0))),
    db: mean(delta),
  };
}

/** Full-batch gradient descent: the state before the first and after each of `steps` steps. Cost: steps * n. */
export function trainNeuron(
  task: NeuronTask,
  start: { readonly w: number; readonly b: number },
  lr: number,
  steps: number,
): NeuronState[] {
  const states = [neuronState(task, start.w, start.b)];
  for (let step = 0; step < steps; step++) {
    const at = states.at(-1) ?? neuronState(task, start.w, start.b);
    states.push(neuronState(task, at.w - lr * at.dw, at.b - lr * at.db));
  }
  return states;
}
