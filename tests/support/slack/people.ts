/** Ids, tokens and people of the loopback Slack. */

export const APP = 'A0DAILYGRAD';
export const BOT = 'B0DAILYGRAD';
export const BOT_USER = 'U0DAILYGRAD';
export const TEAM = 'T0STUDY';
export const CHANNEL = 'C0DAILY';
export const BOT_TOKEN = 'xoxb-loopback-no-secret';
export const APP_TOKEN = 'xapp-loopback-no-secret';
export const SIGNING_SECRET = 'loopback-signing-secret';

/** What the app of these tests was granted; a method that needs more is refused with `missing_scope`. */
export const SCOPES: readonly string[] = [
  'commands',
  'chat:write',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'im:history',
  'im:write',
  'users:read',
  'files:write',
];

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly admin?: boolean;
  readonly owner?: boolean;
  /** IANA; Asia/Seoul unless said. */
  readonly timeZone?: string;
  /** As Slack writes it: `ko-KR` unless said. */
  readonly locale?: string;
}

export const MINSEO: Person = { id: 'U0MINSEO', name: '민서' };
export const JIWOO: Person = { id: 'U0JIWOO', name: '지우' };
export const ALEX: Person = { id: 'U0ALEX', name: 'Alex', locale: 'en-US', timeZone: 'America/New_York' };
export const LEAD: Person = { id: 'U0LEAD', name: 'Lead', admin: true };
export const OWNER: Person = { id: 'U0OWNER', name: 'Owner', admin: true, owner: true };
export const PEOPLE: readonly Person[] = [MINSEO, JIWOO, ALEX, LEAD, OWNER];

export function asUser(person: Person, team: string): object {
  const timeZone = person.timeZone ?? 'Asia/Seoul';
  return {
    id: person.id,
    team_id: team,
    name: person.name.toLowerCase(),
    real_name: person.name,
    deleted: false,
    tz: timeZone,
    tz_label: timeZone,
    tz_offset: 0,
    locale: person.locale ?? 'ko-KR',
    is_admin: person.admin === true,
    is_owner: person.owner === true,
    is_primary_owner: person.owner === true,
    is_bot: person.id === BOT_USER,
    is_restricted: false,
    profile: { display_name: person.name, real_name: person.name, team },
  };
}
