import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Times are epoch milliseconds, dates `YYYY-MM-DD` in the zone they belong to. */

export const workspaces = sqliteTable(
  'workspaces',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    door: text('door').notNull(),
    externalId: text('external_id').notNull(),
    /** Into how many balanced teams its members are dealt each week; none: everybody plays alone. */
    teamCount: integer('team_count'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [uniqueIndex('workspaces_external').on(table.door, table.externalId)],
);

export const members = sqliteTable(
  'members',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    externalId: text('external_id').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone'),
    locale: text('locale', { enum: ['ko', 'en'] }),
    longestStreak: integer('longest_streak').notNull().default(0),
    /** `HH:MM` in the member's zone; none: no reminders. */
    reminderAt: text('reminder_at'),
    nextReminderAt: integer('next_reminder_at'),
    /** The first local date on which reminders come again. */
    snoozedUntil: text('snoozed_until'),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('members_external').on(table.workspaceId, table.externalId),
    index('members_reminder').on(table.nextReminderAt),
  ],
);

export const channels = sqliteTable(
  'channels',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    externalId: text('external_id').notNull(),
  },
  (table) => [uniqueIndex('channels_external').on(table.workspaceId, table.externalId)],
);

export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    channelId: integer('channel_id')
      .notNull()
      .references(() => channels.id),
    timeOfDay: text('time_of_day').notNull(),
    timeZone: text('time_zone').notNull(),
    weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull(),
    topics: text('topics', { mode: 'json' }).$type<string[]>().notNull(),
    levels: text('levels', { mode: 'json' }).$type<number[]>().notNull(),
    locale: text('locale', { enum: ['ko', 'en'] }).notNull(),
    skipDates: text('skip_dates', { mode: 'json' }).$type<string[]>().notNull(),
    /** Name of a holidays file whose dates get no question; none: every date does. */
    holidays: text('holidays'),
    /** Shared answers go into a thread under the question. */
    thread: integer('thread', { mode: 'boolean' }).notNull().default(false),
    /** A missed question is still wanted until this wall-clock time of its date. */
    graceUntil: text('grace_until').notNull().default('22:00'),
    /** 1 Monday to 7 Sunday; the day whose post brings the week's digest; none: no digest. */
    digestWeekday: integer('digest_weekday').default(5),
    paused: integer('paused', { mode: 'boolean' }).notNull().default(false),
    /** The first local date that gets a question again; none with `paused`: until somebody resumes it. */
    pausedUntil: text('paused_until'),
    /** The local date on which an admin was last told that few unseen questions are left. */
    lowWarnedOn: text('low_warned_on'),
    nextDueAt: integer('next_due_at').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('subscriptions_channel').on(table.channelId),
    index('subscriptions_due').on(table.nextDueAt),
  ],
);

export const posts = sqliteTable(
  'posts',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    subscriptionId: integer('subscription_id')
      .notNull()
      .references(() => subscriptions.id),
    localDate: text('local_date').notNull(),
    questionId: text('question_id').notNull(),
    locale: text('locale', { enum: ['ko', 'en'] }).notNull(),
    /** See PostState in core/store.ts. */
    state: text('state', { enum: ['claimed', 'unknown', 'posted', 'failed'] }).notNull(),
    ref: text('ref'),
    /** The instant it was due, and how often sending it was begun. */
    dueAt: integer('due_at'),
    attempts: integer('attempts').notNull().default(0),
    /** Why the last attempt failed, in a word or two. */
    failure: text('failure'),
    shownCount: integer('shown_count').notNull().default(0),
    /** When the right was taken; while unknown, when whoever is sending last said so (0: nobody is). */
    claimedAt: integer('claimed_at').notNull(),
    postedAt: integer('posted_at'),
  },
  (table) => [
    uniqueIndex('posts_once_a_date').on(table.subscriptionId, table.localDate),
    index('posts_state').on(table.state),
    index('posts_posted').on(table.postedAt),
  ],
);

export const answers = sqliteTable(
  'answers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    interactionId: text('interaction_id').notNull(),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    questionId: text('question_id').notNull(),
    level: integer('level').notNull(),
    kind: text('kind', { enum: ['daily', 'quiz', 'interview', 'review'] }).notNull(),
    postId: integer('post_id').references(() => posts.id),
    text: text('text').notNull(),
    score: integer('score').notNull(),
    covered: text('covered', { mode: 'json' }).$type<string[]>().notNull(),
    points: real('points').notNull(),
    version: text('version').notNull(),
    at: integer('at').notNull(),
    localDate: text('local_date').notNull(),
    shared: integer('shared', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('answers_once').on(table.memberId, table.interactionId),
    index('answers_member_question').on(table.memberId, table.questionId),
    index('answers_post').on(table.postId),
    index('answers_date').on(table.localDate),
  ],
);

export const activeDays = sqliteTable(
  'active_days',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    localDate: text('local_date').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.localDate] })],
);

/** "My answer should count": one an answer, decided once by an admin. */
export const appeals = sqliteTable(
  'appeals',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    answerId: integer('answer_id')
      .notNull()
      .references(() => answers.id),
    state: text('state', { enum: ['open', 'accepted', 'declined'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    decidedAt: integer('decided_at'),
    decidedBy: integer('decided_by').references(() => members.id),
  },
  (table) => [uniqueIndex('appeals_once').on(table.answerId), index('appeals_state').on(table.state)],
);

/** Wordings that a workspace accepts for a point of a question, beside the rubric's own patterns. */
export const phrases = sqliteTable(
  'phrases',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    workspaceId: integer('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    questionId: text('question_id').notNull(),
    pointId: text('point_id').notNull(),
    phrase: text('phrase').notNull(),
    createdAt: integer('created_at').notNull(),
    createdBy: integer('created_by')
      .notNull()
      .references(() => members.id),
  },
  (table) => [
    uniqueIndex('phrases_once').on(table.workspaceId, table.questionId, table.pointId, table.phrase),
  ],
);

/** Spaced repetition: one row a member and question, the scheduler's card as it keeps it. */
export const reviews = sqliteTable(
  'reviews',
  {
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    questionId: text('question_id').notNull(),
    dueAt: integer('due_at').notNull(),
    card: text('card', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.memberId, table.questionId] }),
    index('reviews_due').on(table.memberId, table.dueAt),
  ],
);

/** Messages of the playground, which has no chat platform to keep them. */
export const messages = sqliteTable(
  'messages',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    channel: text('channel').notNull(),
    author: text('author'),
    privateTo: text('private_to'),
    text: text('text'),
    card: text('card', { mode: 'json' }).$type<unknown>(),
    key: text('key'),
    at: integer('at').notNull(),
    edited: integer('edited', { mode: 'boolean' }).notNull().default(false),
  },
  (table) => [
    uniqueIndex('messages_key').on(table.channel, table.key),
    index('messages_channel').on(table.channel, table.id),
  ],
);
