// Writes answers through the built store as fast as it can; prints each id only after the store has confirmed it.
import { MIGRATIONS } from '../../dist/paths.js';
import { openStore } from '../../dist/store/open.js';
import { createSqliteStore } from '../../dist/store/sqlite-store.js';

const [, , path, round] = process.argv;
const store = createSqliteStore(openStore(path, MIGRATIONS), { now: () => 1 });
const member = await store.member({ door: 'd', workspace: 'w', member: 'm', name: 'n', admin: false });
for (let i = 0; ; i++) {
  const interactionId = `${round}-${i}`;
  await store.recordAnswer({
    interactionId,
    member,
    questionId: `q${i % 7}`,
    level: 1,
    kind: 'quiz',
    text: '답 '.repeat(200),
    score: 50,
    covered: [],
    version: '1',
    at: i,
    localDate: '2026-11-20',
    active: true,
    pointsFor: () => 1,
  });
  process.stdout.write(`${interactionId}\n`);
  // Lets the pipe drain, so that what was printed was printed before the kill.
  if (i % 5 === 0) await new Promise((resolve) => setImmediate(resolve));
}
