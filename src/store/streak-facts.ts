import type { StreakFacts } from '../core/stores/boards.ts';
import type { OpenStore } from './open.ts';

/**
 * The active days of whole workspaces, kept in memory. A board by streak needs every day of every member: a million rows in a
 * large workspace, most of a second to read. What is kept are the days themselves, never a streak, so that midnight, a vacation
 * or another schedule cannot make it stale; and each reading first takes in what was written since:
 * - rows of this connection come at the end (they are only ever added, and a row id is taken again only after the last one was
 *   deleted, which the check of the last row notices);
 * - once another connection has written (`data_version`, sqlite.org/pragma.html#pragma_data_version) all is read again.
 */

interface Kept {
  readonly days: Map<number, number[]>;
  version: number;
  /** The last row that was taken in. */
  last: { id: number; memberId: number; day: number };
}

type Row = readonly [id: number, memberId: number, day: number];
type MemberRow = readonly [id: number, name: string, zone: string | null];
type Tries = readonly [memberId: number, attempts: number, reachedAt: number];

/** Workspaces kept at a time; a thousand members with a year of days are about 2 MB. */
const MAX_KEPT = 8;

const DAY = "cast(julianday(local_date) - julianday('1970-01-01') as integer)";
const NOTHING = { id: 0, memberId: 0, day: 0 };

function put(days: Map<number, number[]>, memberId: number, day: number): void {
  const own = days.get(memberId);
  if (own === undefined) days.set(memberId, [day]);
  else {
    own.push(day);
    // A regraded answer fills a day of the past; the next reading wants them in order.
    for (let at = own.length - 1; at > 0 && (own[at - 1] ?? 0) > day; at -= 1) {
      own[at] = own[at - 1] ?? 0;
      own[at - 1] = day;
    }
  }
}

export interface StreakReader {
  read(workspaceId: number, memberIds?: readonly number[]): StreakFacts[];
  /** To be called after days were deleted by this connection. */
  forget(): void;
}

export function createStreakReader({ db, sqlite }: OpenStore): StreakReader {
  const kept = new Map<number, Kept>();
  const membersOf = sqlite.prepare('select id, name, time_zone from members where workspace_id = ?');
  const memberOf = sqlite.prepare(
    'select id, name, time_zone from members where workspace_id = ? and id = ?',
  );
  const triesIn = sqlite.prepare(
    "select member_id, attempts, reached_at from tallies where workspace_id = ? and period = 'all'",
  );
  const triesOf = sqlite.prepare(
    "select member_id, attempts, reached_at from tallies where member_id = ? and period = 'all'",
  );
  const all = sqlite.prepare(`
    select d.rowid, d.member_id, ${DAY} from members m join active_days d on d.member_id = m.id
    where m.workspace_id = ?`);
  // `cross`: the new rows first, then whose they are; SQLite would go through all members (lang_select.html#crossjoin).
  const newer = sqlite.prepare(`
    select d.rowid, d.member_id, ${DAY} from active_days d cross join members m on m.id = d.member_id
    where d.rowid > ? and m.workspace_id = ? order by d.rowid`);
  const one = sqlite.prepare(`select d.rowid, d.member_id, ${DAY} from active_days d where d.rowid = ?`);
  const own = sqlite.prepare(
    `select d.rowid, d.member_id, ${DAY} from active_days d where d.member_id = ? order by 3`,
  );
  for (const statement of [membersOf, memberOf, triesIn, triesOf, all, newer, one, own]) statement.raw();

  function take(into: Kept, rows: Iterable<unknown>): void {
    for (const row of rows as Iterable<Row>) {
      const [id, memberId, day] = row;
      put(into.days, memberId, day);
      if (id > into.last.id) into.last = { id, memberId, day };
    }
  }

  function isIntact({ version, last }: Kept, now: number): boolean {
    if (version !== now) return false;
    const row = one.get(last.id) as Row | undefined;
    return last === NOTHING || (row !== undefined && row[1] === last.memberId && row[2] === last.day);
  }

  function refreshed(workspaceId: number): Map<number, number[]> {
    const version = Number(sqlite.pragma('data_version', { simple: true }));
    const known = kept.get(workspaceId);
    kept.delete(workspaceId);
    const fresh: Kept = { days: new Map(), version, last: NOTHING };
    const current = known !== undefined && isIntact(known, version) ? known : fresh;
    if (current === fresh) take(fresh, all.iterate(workspaceId));
    else take(current, newer.iterate(current.last.id, workspaceId));
    const oldest = kept.keys().next();
    if (kept.size >= MAX_KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(workspaceId, current);
    return current.days;
  }

  function named(workspaceId: number, memberIds: readonly number[]): StreakFacts[] {
    return memberIds.flatMap((id) => {
      const row = memberOf.get(workspaceId, id) as MemberRow | undefined;
      if (row === undefined) return [];
      const days = (own.all(id) as Row[]).map((day) => day[2]);
      return [factsOf(row, days, triesOf.get(id) as Tries | undefined)];
    });
  }

  function everybody(workspaceId: number): StreakFacts[] {
    const days = refreshed(workspaceId);
    const tries = new Map((triesIn.all(workspaceId) as Tries[]).map((one) => [one[0], one]));
    const facts: StreakFacts[] = [];
    for (const row of membersOf.all(workspaceId) as MemberRow[]) {
      const active = days.get(row[0]);
      if (active !== undefined) facts.push(factsOf(row, active, tries.get(row[0])));
    }
    return facts;
  }

  return {
    read: (workspaceId, memberIds) =>
      db.transaction(() =>
        memberIds === undefined ? everybody(workspaceId) : named(workspaceId, memberIds),
      ),
    forget: () => kept.clear(),
  };
}

function factsOf(
  [memberId, name, timeZone]: MemberRow,
  days: readonly number[],
  tries: Tries | undefined,
): StreakFacts {
  const facts = { memberId, name, days, attempts: tries?.[1] ?? 0, reachedAt: tries?.[2] ?? 0 };
  return timeZone === null ? facts : { ...facts, timeZone };
}
