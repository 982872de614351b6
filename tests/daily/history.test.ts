import { describe, expect, it } from 'vitest';
import { simulate } from '../../src/cli/simulation/run.ts';
import { realBank, temporaryFolder } from '../support/world.ts';

/**
 * Two hundred histories of the real daily run on a database file: zones with and without clock changes, a platform that loses
 * messages, a process that is killed and down, clocks set back, channels moved to another time and zone.
 */

/** Around clock changes of every zone, and the day that Samoa left out. */
const STARTS = [
  '2026-03-05',
  '2026-03-26',
  '2026-10-01',
  '2026-10-28',
  '2027-03-30',
  '2011-12-27',
  '2026-06-01',
];
const HISTORIES = 200;
const GROUPS = 10;

describe('any history', { timeout: 300_000 }, () => {
  it.each(Array.from({ length: GROUPS }, (_, group) => group))(
    'posts one question a local date, none twice, none too early (group %i)',
    async (group) => {
      let all = 0;
      for (let nth = 0; nth < HISTORIES / GROUPS; nth++) {
        const seed = group * 1000 + nth;
        const folder = temporaryFolder();
        try {
          const startAt = Date.parse(`${STARTS[seed % STARTS.length]}T00:00:00Z`);
          const shape = { channels: 2, days: 12, everyMinutes: 150 };
          const outcome = await simulate({ bank: realBank(), folder: folder.path, seed, startAt, ...shape });
          const { posts, duplicates, gaps, earlyRepeats } = outcome;
          expect({ seed, duplicates, gaps, earlyRepeats }).toEqual({
            seed,
            duplicates: 0,
            gaps: [],
            earlyRepeats: 0,
          });
          all += posts;
        } finally {
          folder.remove();
        }
      }
      expect(all).toBeGreaterThan(HISTORIES / GROUPS);
    },
  );
});
