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

const DAY = "cast(julianday(d.local_date) - julianday('1970-01-01') as integer)";
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

function prepared(sqlite: OpenStore['sqlite']) {
  const rows = `select d.rowid, d.member_id, ${DAY} from`;
  const tries = "select member_id, attempts, reached_at from tallies where period = 'all'";
  const statements = {
    members: sqlite.prepare('select id, name, time_zone from members where workspace_id = ?'),
    member: sqlite.prepare('select id, name, time_zone from members where workspace_id = ? and id = ?'),
    tries: sqlite.prepare(`${tries} and workspace_id = ?`),
    triesOf: sqlite.prepare(`${tries} and member_id = ?`),
    all: sqlite.prepare(
      `${rows} members m join active_days d on d.member_id = m.id where m.workspace_id = ?`,
    ),
    // `cross`: the new rows first, then whose they are; SQLite would go through all members (lang_select.html#crossjoin).
    newer: sqlite.prepare(`${rows} active_days d cross join members m on m.id = d.member_id
      where d.rowid > ? and m.workspace_id = ? order by d.rowid`),
    one: sqlite.prepare(`${rows} active_days d where d.rowid = ?`),
    own: sqlite.prepare(`${rows} active_days d where d.member_id = ? order by 3`),
  };
  for (const statement of Object.values(statements)) statement.raw();
  return statements;
}

type Statements = ReturnType<typeof prepared>;

function take(into: Kept, rows: Iterable<unknown>): void {
  for (const row of rows as Iterable<Row>) {
    const [id, memberId, day] = row;
    put(into.days, memberId, day);
    if (id > into.last.id) into.last = { id, memberId, day };
  }
}

/** Whether what was taken in is still there, as far as another connection or a deletion could have changed it. */
function isIntact({ version, last }: Kept, now: number, { one }: Statements): boolean {
  if (version !== now) return false;
  const row = one.get(last.id) as Row | undefined;
  return last === NOTHING || (row !== undefined && row[1] === last.memberId && row[2] === last.day);
}

/** Of single members, read each time. */
function named(workspaceId: number, memberIds: readonly number[], statements: Statements): StreakFacts[] {
  return memberIds.flatMap((id) => {
    const row = statements.member.get(workspaceId, id) as MemberRow | undefined;
    if (row === undefined) return [];
    const days = (statements.own.all(id) as Row[]).map((day) => day[2]);
    return [factsOf(row, days, statements.triesOf.get(id) as Tries | undefined)];
  });
}

/** Of everybody with any active day. */
function everybody(
  workspaceId: number,
  days: ReadonlyMap<number, readonly number[]>,
  statements: Statements,
): StreakFacts[] {
  const tries = new Map((statements.tries.all(workspaceId) as Tries[]).map((one) => [one[0], one]));
  const facts: StreakFacts[] = [];
  for (const row of statements.members.all(workspaceId) as MemberRow[]) {
    const active = days.get(row[0]);
    if (active !== undefined) facts.push(factsOf(row, active, tries.get(row[0])));
  }
  return facts;
}

export function createStreakReader({ db, sqlite }: OpenStore): StreakReader {
  const kept = new Map<number, Kept>();
  const statements = prepared(sqlite);

  function refreshed(workspaceId: number): ReadonlyMap<number, readonly number[]> {
    const version = Number(sqlite.pragma('data_version', { simple: true }));
    const known = kept.get(workspaceId);
    kept.delete(workspaceId);
    const fresh: Kept = { days: new Map(), version, last: NOTHING };
    const current = known !== undefined && isIntact(known, version, statements) ? known : fresh;
    if (current === fresh) take(fresh, statements.all.iterate(workspaceId));
    else take(current, statements.newer.iterate(current.last.id, workspaceId));
    const oldest = kept.keys().next();
    if (kept.size >= MAX_KEPT && oldest.done !== true) kept.delete(oldest.value);
    kept.set(workspaceId, current);
    return current.days;
  }

  return {
    read: (workspaceId, memberIds) =>
      db.transaction(() =>
        memberIds === undefined
          ? everybody(workspaceId, refreshed(workspaceId), statements)
          : named(workspaceId, memberIds, statements),
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
