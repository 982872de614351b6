import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { members, subscriptions, workspaces } from './schema.ts';

/** What habits and boards are made of, and what doors keep. Times and dates as in schema.ts. */

/** Dates that neither extend nor break a member's streak. */
export const vacations = sqliteTable(
  'vacations',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    fromDate: text('from_date').notNull(),
    untilDate: text('until_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.fromDate] })],
);

/**
 * Running sums of points, so that a board need not read every answer: one row a member and period. Periods are `all`, a month
 * `m2026-11` and a week `w2026-11-23`, named by its Monday; dates are those of the answers. With an `s` before it (`sm2026-11`) the
 * row sums the scores of first answers to questions instead of points, and counts them.
 */
export const tallies = sqliteTable(
  'tallies',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    period: text('period').notNull(),
    points: real('points').notNull(),
    attempts: integer('attempts').notNull(),
    /** The last answer that added points. */
    reachedAt: integer('reached_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.period] }),
    // All that a board reads, so that it never goes to the table.
    index('tallies_board').on(
      table.workspaceId,
      table.period,
      table.points,
      table.attempts,
      table.reachedAt,
      table.memberId,
    ),
  ],
);

/** Who plays in which team in a week, named by its Monday. */
export const teams = sqliteTable(
  'teams',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    week: text('week').notNull(),
    team: integer('team').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.week] })],
);

/** Digests that were posted or are about to be; one a subscription and week. */
export const digests = sqliteTable(
  'digests',
  {
    subscriptionId: integer('subscription_id')
      .notNull()
      .references(() => subscriptions.id),
    week: text('week').notNull(),
    state: text('state', { enum: ['claimed', 'posted', 'failed'] }).notNull(),
    ref: text('ref'),
    claimedAt: integer('claimed_at').notNull(),
    postedAt: integer('posted_at'),
  },
  (table) => [primaryKey({ columns: [table.subscriptionId, table.week] })],
);

/** Workspaces that installed the app by themselves; `data` is encrypted by its door. */
export const installations = sqliteTable(
  'installations',
  {
    door: text('door').notNull(),
    externalId: text('external_id').notNull(),
    data: text('data').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.door, table.externalId] })],
);
