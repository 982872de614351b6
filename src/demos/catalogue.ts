import type { DemoEntry } from '../core/ports.ts';
import { FAMILIES } from './index.ts';

/** Names of all demos, for look-up, completion and lists. */
export const CATALOGUE: readonly DemoEntry[] = FAMILIES.flatMap((family) =>
  family.demos.map((demo) => ({
    id: demo.id,
    family: family.id,
    familyTitle: family.title,
    title: demo.title,
  })),
);
