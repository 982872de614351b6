import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDateOf, toLocalDate, weekdayOf } from '../../src/habits/day.ts';
import { DUE_HORIZON_DAYS, dueInstant, latestDue, nextDue, type Schedule } from '../../src/habits/due.ts';
import { dateOfDayNumber } from '../../src/habits/local-date.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ZONES = [
  'UTC',
  'Asia/Seoul',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe', // shifts by half an hour
  'Antarctica/Troll', // shifts by two hours
  'America/Nuuk', // since 2024 the gap ends at midnight
  'America/Sao_Paulo', // until 2019 the gap began at midnight
  'America/St_Johns', // until 2011 at one minute past midnight
  'Asia/Beirut',
  'Africa/Casablanca', // shifts around Ramadan
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Pacific/Apia', // left out 2011-12-30
];

function schedule(timeZone: string, timeOfDay: string, more: Partial<Schedule> = {}): Schedule {
  return { timeZone, timeOfDay, weekdays: EVERY_DAY, skipDates: [], ...more };
}

function iso(due: { date: LocalDate; at: number } | undefined): string | undefined {
  return due && `${due.date} ${new Date(due.at).toISOString()}`;
}

describe('dueInstant', () => {
  it.each([
    ['Asia/Seoul', '2026-08-22', '09:00', '2026-08-22T00:00Z', 'an ordinary day'],
    ['UTC', '2028-02-29', '23:59', '2028-02-29T23:59Z', 'a leap day'],
    ['Pacific/Kiritimati', '2027-01-01', '00:00', '2026-12-31T10:00Z', 'the first to see the new year'],
    ['America/New_York', '2027-03-14', '01:59', '2027-03-14T06:59Z', 'before the gap'],
    ['America/New_York', '2027-03-14', '02:00', '2027-03-14T07:00Z', 'the first minute of the gap'],
    ['America/New_York', '2027-03-14', '02:30', '2027-03-14T07:00Z', 'in the gap: 03:00 EDT'],
    ['America/New_York', '2027-03-14', '02:59', '2027-03-14T07:00Z', 'the last minute of the gap'],
    ['America/New_York', '2027-03-14', '03:00', '2027-03-14T07:00Z', 'after the gap'],
    ['America/New_York', '2027-11-07', '00:59', '2027-11-07T04:59Z', 'before the hour that comes twice'],
    ['America/New_York', '2027-11-07', '01:30', '2027-11-07T05:30Z', 'twice: the first, EDT'],
    ['America/New_York', '2027-11-07', '02:00', '2027-11-07T07:00Z', 'after it, EST'],
    ['Europe/London', '2027-03-28', '01:30', '2027-03-28T01:00Z', 'in the gap: 02:00 BST'],
    ['Europe/London', '2027-10-31', '01:30', '2027-10-31T00:30Z', 'twice: the first, BST'],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30Z', 'in a gap of half an hour: 02:30'],
    ['Australia/Lord_Howe', '2027-04-04', '01:45', '2027-04-03T14:45Z', 'twice: the first, UTC+11'],
    ['America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00Z', 'a gap up to midnight: 00:00 of the 29th'],
    ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00Z', 'a gap from midnight: 01:00'],
    ['Pacific/Apia', '2011-12-29', '09:00', '2011-12-29T19:00Z', 'the day before the lost day'],
    ['Pacific/Apia', '2011-12-31', '09:00', '2011-12-30T19:00Z', 'the day after it'],
  ])('in %s on %s at %s is %s (%s)', (timeZone, date, timeOfDay, expected) => {
    expect(dueInstant(schedule(timeZone, timeOfDay), toLocalDate(date))).toBe(Date.parse(expected));
  });

  it.each(['', '9:00', '24:00', '12:60', '12:00:00', ' 09:00', '09.00', '-1:00'])(
    'refuses %j',
    (timeOfDay) => {
      expect(() => dueInstant(schedule('UTC', timeOfDay), toLocalDate('2026-08-22'))).toThrow(RangeError);
    },
  );

  it('refuses an unknown time zone', () => {
    expect(() => dueInstant(schedule('Moon/Base', '09:00'), toLocalDate('2026-08-22'))).toThrow(RangeError);
  });

  it('is the first minute whose wall clock shows the time, or else one past it', () => {
    fc.assert(
      fc.property(dateIn(2005, 2035), minuteOfDay, fc.constantFrom(...ZONES), (date, timeOfDay, timeZone) => {
        expect(dueInstant(schedule(timeZone, timeOfDay), date)).toBe(scanForDue(date, timeOfDay, timeZone));
      }),
      { numRuns: 60 },
    );
  });

  it('agrees with the scan at every change of clocks in a year', () => {
    const changes: [string, LocalDate, string][] = [
      ['America/New_York', toLocalDate('2027-03-14'), '02:01'],
      ['Antarctica/Troll', toLocalDate('2027-03-28'), '02:20'],
      ['Africa/Casablanca', toLocalDate('2026-03-22'), '02:30'],
      ['America/St_Johns', toLocalDate('2010-03-14'), '00:30'],
      ['America/St_Johns', toLocalDate('2010-11-06'), '23:30'],
      ['Asia/Beirut', toLocalDate('2026-03-29'), '00:15'],
      ['Asia/Beirut', toLocalDate('2026-10-24'), '23:15'],
      ['Pacific/Chatham', toLocalDate('2026-09-27'), '03:00'],
      ['America/Nuuk', toLocalDate('2026-10-24'), '23:10'],
    ];
    for (const [timeZone, date, timeOfDay] of changes) {
      expect(dueInstant(schedule(timeZone, timeOfDay), date), timeZone).toBe(
        scanForDue(date, timeOfDay, timeZone),
      );
    }
  });
});

describe('nextDue', () => {
  const seoul = schedule('Asia/Seoul', '09:00');

  it('is later today before the time of day, and tomorrow from that instant on', () => {
    const at = Date.parse('2026-08-22T00:00Z');
    expect(iso(nextDue(seoul, at - 1))).toBe('2026-08-22 2026-08-22T00:00:00.000Z');
    expect(iso(nextDue(seoul, at))).toBe('2026-08-23 2026-08-23T00:00:00.000Z');
  });

  it('passes over weekdays that are not asked for and dates to skip, and the end of a year', () => {
    const workdays = schedule('Asia/Seoul', '09:00', {
      weekdays: [1, 2, 3, 4, 5],
      skipDates: [toLocalDate('2026-08-24'), toLocalDate('2026-08-25')],
    });
    expect(nextDue(workdays, Date.parse('2026-08-21T12:00Z'))?.date).toBe('2026-08-26');
    expect(nextDue(workdays, Date.parse('2026-12-31T00:00Z'))?.date).toBe('2027-01-01');
  });

  it('comes once on the day of each clock change', () => {
    const newYork = schedule('America/New_York', '02:30');
    expect(iso(nextDue(newYork, Date.parse('2027-03-14T06:59Z')))).toBe(
      '2027-03-14 2027-03-14T07:00:00.000Z',
    );
    expect(iso(nextDue(newYork, Date.parse('2027-03-14T07:00Z')))).toBe(
      '2027-03-15 2027-03-15T06:30:00.000Z',
    );
    const twice = schedule('America/New_York', '01:30');
    expect(iso(nextDue(twice, Date.parse('2027-11-07T05:30Z')))).toBe('2027-11-08 2027-11-08T06:30:00.000Z');
  });

  it('knows no question on a date that the zone left out', () => {
    const apia = schedule('Pacific/Apia', '09:00');
    expect(nextDue(apia, Date.parse('2011-12-29T19:00Z'))?.date).toBe('2011-12-31');
    const onlyFridays = schedule('Pacific/Apia', '09:00', { weekdays: [5] });
    expect(nextDue(onlyFridays, Date.parse('2011-12-25T00:00Z'))?.date).toBe('2012-01-06');
  });

  it('looks 400 days ahead and no further', () => {
    const start = toLocalDate('2026-08-22');
    const skipDates = Array.from({ length: DUE_HORIZON_DAYS }, (_, i) => addDays(start, i));
    const after = Date.parse('2026-08-21T20:00Z');
    expect(nextDue({ ...seoul, skipDates }, after)?.date).toBe(addDays(start, DUE_HORIZON_DAYS));
    const oneMore = [...skipDates, addDays(start, DUE_HORIZON_DAYS)];
    expect(nextDue({ ...seoul, skipDates: oneMore }, after)).toBeUndefined();
    expect(nextDue({ ...seoul, weekdays: [] }, after)).toBeUndefined();
  });

  it('moves strictly forward and visits every allowed date of 400 days exactly once', () => {
    const anyWeekdays = fc.subarray(EVERY_DAY, { minLength: 1 });
    const anySkips = fc.array(fc.integer({ min: 0, max: 399 }), { maxLength: 30 });
    const anyZone = fc.constantFrom(...ZONES);
    fc.assert(
      fc.property(
        dateIn(2005, 2033),
        minuteOfDay,
        anyZone,
        anyWeekdays,
        anySkips,
        (first, timeOfDay, timeZone, weekdays, skips) => {
          const skipDates = skips.map((offset) => addDays(first, offset));
          const plan = schedule(timeZone, timeOfDay, { weekdays, skipDates });
          const last = addDays(first, 399);
          const visited: LocalDate[] = [];
          let at = dueInstant(plan, first) - 1;
          for (let due = nextDue(plan, at); due && due.date <= last; due = nextDue(plan, at)) {
            expect(due.at).toBeGreaterThan(at);
            expect(latestDue(plan, due.at)).toEqual(due);
            at = due.at;
            visited.push(due.date);
          }
          const allowed = datesThatCame(first, last, timeZone).filter(
            (date) => weekdays.includes(weekdayOf(date)) && !skipDates.includes(date),
          );
          expect(visited).toEqual(allowed);
        },
      ),
      {
        numRuns: 40,
        examples: [
          [toLocalDate('2011-06-01'), '09:00', 'Pacific/Apia', EVERY_DAY, []],
          [toLocalDate('2010-06-01'), '00:00', 'America/St_Johns', EVERY_DAY, []],
          [toLocalDate('2010-06-01'), '23:30', 'America/St_Johns', EVERY_DAY, []],
          [toLocalDate('2025-06-01'), '23:30', 'America/Nuuk', EVERY_DAY, []],
          [toLocalDate('2018-01-01'), '00:00', 'America/Sao_Paulo', EVERY_DAY, []],
          [toLocalDate('2026-08-01'), '02:30', 'America/New_York', EVERY_DAY, []],
        ],
      },
    );
  }, 60_000);
});

describe('latestDue', () => {
  const seoul = schedule('Asia/Seoul', '09:00');

  it.each([
    ['2026-08-21T23:59:59.999Z', undefined, 'a moment too early'],
    ['2026-08-22T00:00:00Z', '2026-08-22', 'to the minute'],
    ['2026-08-22T14:59:59.999Z', '2026-08-22', 'late the same day'],
    ['2026-08-22T15:00:00Z', undefined, 'after midnight it stays missed'],
  ])('at %s it is %s: %s', (now, expected, _why) => {
    expect(latestDue(seoul, Date.parse(now))?.date).toBe(expected);
  });

  it('is undefined on a weekday or date without a question', () => {
    const saturday = Date.parse('2026-08-22T03:00Z');
    expect(latestDue({ ...seoul, weekdays: [1, 2, 3, 4, 5] }, saturday)).toBeUndefined();
    expect(latestDue({ ...seoul, skipDates: [toLocalDate('2026-08-22')] }, saturday)).toBeUndefined();
  });

  it('stays the first occurrence while the hour repeats', () => {
    const plan = schedule('America/New_York', '01:30');
    for (const now of ['2027-11-07T05:30Z', '2027-11-07T06:15Z', '2027-11-07T06:30Z', '2027-11-08T04:59Z']) {
      expect(iso(latestDue(plan, Date.parse(now)))).toBe('2027-11-07 2027-11-07T05:30:00.000Z');
    }
  });

  it('still finds the question that a gap pushed past midnight, until the next one is due', () => {
    const plan = schedule('America/Nuuk', '23:30');
    expect(latestDue(plan, Date.parse('2026-03-29T00:59Z'))).toBeUndefined();
    expect(latestDue(plan, Date.parse('2026-03-29T01:00Z'))?.date).toBe('2026-03-28');
    expect(latestDue(plan, Date.parse('2026-03-30T00:29Z'))?.date).toBe('2026-03-28');
    expect(latestDue(plan, Date.parse('2026-03-30T00:30Z'))?.date).toBe('2026-03-29');
  });

  it('does not invent a question for the date that Samoa left out', () => {
    expect(latestDue(schedule('Pacific/Apia', '09:00'), Date.parse('2011-12-30T12:00Z'))).toBeUndefined();
  });

  it('is what nextDue announced, for the rest of that local date', () => {
    fc.assert(
      fc.property(
        dateIn(2005, 2035),
        minuteOfDay,
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 26 * 60 }),
        (date, timeOfDay, timeZone, minutesLater) => {
          const plan = schedule(timeZone, timeOfDay);
          const due = nextDue(plan, dueInstant(plan, date) - 1);
          if (!due) throw new Error('a daily schedule always has a next question');
          const now = due.at + minutesLater * MINUTE;
          const isSameDate = localDateOf(now, timeZone) === localDateOf(due.at, timeZone);
          const isLatest = (nextDue(plan, due.at)?.at ?? 0) > now;
          if (isSameDate && isLatest) expect(latestDue(plan, now)).toEqual(due);
          else expect(latestDue(plan, now)).not.toEqual(due);
        },
      ),
    );
  });
});

function dateIn(firstYear: number, lastYear: number): fc.Arbitrary<LocalDate> {
  const day = (year: number) => Date.UTC(year, 0, 1) / (24 * HOUR);
  return fc.integer({ min: day(firstYear), max: day(lastYear + 1) - 1 }).map(dateOfDayNumber);
}

// Half of the times lie where clocks change.
const minuteOfDay = fc
  .oneof(
    fc.integer({ min: 0, max: 1439 }),
    fc.integer({ min: 0, max: 200 }),
    fc.integer({ min: 1380, max: 1439 }),
  )
  .map((minute) =>
    [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  );

/** The wall clock as sortable text, by Intl alone: another way than the one under test. */
function wallClock(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
}

/** Minute by minute: the first showing the wanted time, else the first showing a later one right after an earlier one. */
function scanForDue(date: LocalDate, timeOfDay: string, timeZone: string): number {
  const show = wallClock(timeZone);
  const wanted = `${date} ${timeOfDay}`;
  const noonUtc = Date.parse(`${date}T12:00Z`);
  let jump: number | undefined;
  let before = show(noonUtc - 28 * HOUR);
  for (let at = noonUtc - 28 * HOUR; at <= noonUtc + 28 * HOUR; at += MINUTE) {
    const shown = show(at);
    if (shown === wanted) return at;
    if (before < wanted && shown > wanted) jump = at;
    before = shown;
  }
  return jump ?? Number.NaN;
}

/** Every date between two that a wall calendar in the zone ever showed. */
function datesThatCame(first: LocalDate, last: LocalDate, timeZone: string): LocalDate[] {
  const show = wallClock(timeZone);
  const seen = new Set<string>();
  const end = Date.parse(`${last}T00:00Z`) + 48 * HOUR;
  for (let at = Date.parse(`${first}T00:00Z`) - 24 * HOUR; at <= end; at += HOUR)
    seen.add(show(at).slice(0, 10));
  return [...seen]
    .filter((date) => date >= first && date <= last)
    .sort()
    .map(toLocalDate);
}
