// A worker that misbehaves on demand: the pool has to stop it. `id` says how.
import { setTimeout as sleep } from 'node:timers/promises';

function run(id) {
  return {
    kind: 'run',
    run: { id, title: id, about: '', assignments: '', parameters: [], see: '', numbers: [] },
  };
}

export default async function rough({ request }) {
  const { id } = request;
  if (id === 'spin') for (;;);
  if (id === 'hoard') {
    const kept = [];
    for (;;) kept.push(new Array(1e6).fill(Math.random()));
  }
  if (id === 'throw') throw new Error('a fault of the program');
  if (id.startsWith('wait')) await sleep(300);
  return run(id);
}
