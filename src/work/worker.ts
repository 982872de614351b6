import { chartPng } from '../charts/png.ts';
import { UserError } from '../core/errors.ts';
import type { DemoRun } from '../core/ports.ts';
import type { TextKey, TextParams } from '../texts/index.ts';
import { demoRun, type Task } from './tasks.ts';

/** Runs in a worker thread. Errors that are words for a person cross the border as data. */

export type Outcome =
  | { readonly kind: 'run'; readonly run: DemoRun }
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  | { readonly kind: 'refused'; readonly key: TextKey; readonly params: TextParams };

export default function work(task: Task): Outcome {
  try {
    switch (task.kind) {
      case 'demo':
        return { kind: 'run', run: demoRun(task.request) };
      case 'picture':
        return { kind: 'picture', png: chartPng(task.chart) };
    }
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', key: error.key, params: error.params };
    throw error;
  }
}
