import type { Clock } from '../core/ports.ts';
import type { BoardStore } from '../core/stores/boards.ts';
import type { DigestStore } from '../core/stores/digests.ts';
import type { TeamStore } from '../core/stores/teams.ts';
import * as boardQueries from './boards.ts';
import * as digestQueries from './digests.ts';
import type { OpenStore } from './open.ts';
import { createStreakReader } from './streak-facts.ts';
import * as teamQueries from './teams.ts';

/** The part of the store that boards, teams and digests are made from. */
export function createBoardStore(opened: OpenStore, clock: Clock): BoardStore & TeamStore & DigestStore {
  const { db } = opened;
  const streaks = createStreakReader(opened);
  return {
    pointsBoard: async (wanted) => boardQueries.pointsBoard(db, wanted),
    improvements: async (wanted) => boardQueries.improvements(db, wanted),
    streakFacts: async (workspaceId, memberIds) => streaks.read(workspaceId, memberIds),
    vacationsIn: async (workspaceId) => boardQueries.vacationsIn(db, workspaceId),
    rebuildFigures: async (minScore) => {
      const mended = boardQueries.rebuildFigures(db, minScore);
      streaks.forget();
      return mended;
    },

    teamCount: async (workspaceId) => teamQueries.teamCount(db, workspaceId),
    setTeamCount: async (workspaceId, count, week) => teamQueries.setTeamCount(db, workspaceId, count, week),
    teamsOf: async (workspaceId, week, before, deal) =>
      teamQueries.teamsOf(db, workspaceId, week, before, deal),
    memberNames: async (workspaceId) => teamQueries.memberNames(db, workspaceId),
    teamStandings: async (workspaceId, week) => teamQueries.teamStandings(db, workspaceId, week),

    digestCandidates: async (days) => digestQueries.digestCandidates(db, days),
    hasAnswers: async (workspaceId, from, until, before) =>
      digestQueries.hasAnswers(db, workspaceId, from, until, before),
    isPostUnderway: async (subscriptionId, date) => digestQueries.isPostUnderway(db, subscriptionId, date),
    claimDigest: async (subscription, week) => digestQueries.claimDigest(db, subscription, week, clock.now()),
    unfinishedDigests: async (claimedBefore) => digestQueries.unfinishedDigests(db, claimedBefore),
    reclaimDigest: async (digest) => digestQueries.reclaimDigest(db, digest, clock.now()),
    markDigest: async (digest, outcome) => digestQueries.markDigest(db, digest, outcome, clock.now()),
    weekFacts: async (subscriptionId, from, until) =>
      digestQueries.weekFacts(db, subscriptionId, from, until),
  };
}
