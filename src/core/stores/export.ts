import type { Locale } from '../../cards/inline.ts';
import type { Vacation } from './members.ts';

/** All that is kept of a member, as it is given to them; docs/data.md describes it. Times are ISO 8601 in UTC, dates local. */

export interface ExportedAnswer {
  readonly id: number;
  readonly question: string;
  readonly kind: string;
  readonly level: number;
  readonly text: string;
  readonly score: number;
  readonly covered: readonly string[];
  readonly points: number;
  readonly version: string;
  readonly at: string;
  readonly date: string;
  readonly shared: boolean;
  /** The daily question that it answers: its channel, by the platform's id, and date. */
  readonly post: { readonly channel: string; readonly date: string } | null;
}

export interface MemberExport {
  readonly format: 'dailygrad-member';
  readonly version: 1;
  readonly member: {
    readonly door: string;
    readonly workspace: string;
    readonly id: string;
    readonly name: string;
    readonly since: string;
    readonly longestStreak: number;
  };
  readonly settings: {
    readonly timeZone: string | null;
    readonly language: Locale | null;
    readonly reminderAt: string | null;
    readonly nextReminderAt: string | null;
    readonly snoozedUntil: string | null;
  };
  readonly answers: readonly ExportedAnswer[];
  readonly activeDays: readonly string[];
  readonly vacations: readonly Vacation[];
  readonly appeals: readonly {
    readonly answer: number;
    readonly state: string;
    readonly at: string;
    readonly decidedAt: string | null;
  }[];
  /** What the member has decided as an admin. */
  readonly decidedAppeals: readonly { readonly appeal: number; readonly state: string }[];
  readonly acceptedPhrases: readonly {
    readonly question: string;
    readonly point: string;
    readonly phrase: string;
    readonly at: string;
  }[];
  readonly reviews: readonly {
    readonly question: string;
    readonly dueAt: string;
    readonly card: Readonly<Record<string, unknown>>;
  }[];
  readonly teams: readonly { readonly week: string; readonly team: number }[];
  readonly tallies: readonly {
    readonly period: string;
    readonly points: number;
    readonly attempts: number;
    readonly reachedAt: string | null;
  }[];
  /** Only where the door keeps its messages with us. */
  readonly messages: readonly { readonly channel: string; readonly at: string; readonly text: string }[];
}
