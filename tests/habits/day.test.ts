import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  isTimeZone,
  localDateOf,
  startOfPeriod,
  toLocalDate,
  weekdayOf,
} from '../../src/habits/day.ts';
import { dateOfDayNumber, dayNumber } from '../../src/habits/local-date.ts';

const anyDate = fc.integer({ min: -700_000, max: 2_900_000 }).map(dateOfDayNumber);

describe('toLocalDate', () => {
  it.each(['2026-08-22', '2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    'takes %s',
    (text) => {
      expect(toLocalDate(text)).toBe(text);
    },
  );

  it.each([
    '',
    '2027-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-1',
    '26-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
    '2026-01-01T00:00',
    '+002026-01-01',
    '20260101',
    '2026/01/01',
    '２０２６-01-01',
    'today',
  ])('refuses %j', (text) => {
    expect(() => toLocalDate(text)).toThrow(RangeError);
  });
});

describe('localDateOf', () => {
  it.each([
    ['UTC', '2026-12-31T23:59:59.999Z', '2026-12-31'],
    ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
    ['Asia/Seoul', '2026-12-31T14:59:59.999Z', '2026-12-31'],
    ['Asia/Seoul', '2026-12-31T15:00:00Z', '2027-01-01'],
    ['America/New_York', '2027-01-01T04:59:59Z', '2026-12-31'],
    ['America/New_York', '2027-01-01T05:00:00Z', '2027-01-01'],
    ['America/New_York', '2026-07-01T03:59:59Z', '2026-06-30'],
    ['America/New_York', '2026-07-01T04:00:00Z', '2026-07-01'],
    ['Europe/London', '2026-07-01T22:59:59Z', '2026-07-01'],
    ['Europe/London', '2026-07-01T23:00:00Z', '2026-07-02'],
    ['Europe/London', '2026-12-01T23:30:00Z', '2026-12-01'],
    ['Australia/Lord_Howe', '2026-07-01T13:29:59Z', '2026-07-01'],
    ['Australia/Lord_Howe', '2026-07-01T13:30:00Z', '2026-07-02'],
    ['Australia/Lord_Howe', '2026-12-31T13:00:00Z', '2027-01-01'],
    ['Pacific/Kiritimati', '2026-12-31T09:59:59Z', '2026-12-31'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['Etc/GMT+12', '2028-03-01T11:59:59Z', '2028-02-29'],
    ['asia/seoul', '1969-12-31T15:00:00Z', '1970-01-01'],
    ['UTC', '0005-03-04T00:00:00Z', '0005-03-04'],
  ])('in %s at %s is %s', (timeZone, instant, expected) => {
    expect(localDateOf(Date.parse(instant), timeZone)).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1e15, 1e15])('refuses the instant %s', (instant) => {
    expect(() => localDateOf(instant, 'UTC')).toThrow(RangeError);
  });

  it('refuses an unknown time zone, each time', () => {
    expect(() => localDateOf(0, 'Moon/Tranquility')).toThrow(RangeError);
    expect(() => localDateOf(0, 'Moon/Tranquility')).toThrow(RangeError);
  });

  it('always gives a valid date within a day of UTC', () => {
    const instant = fc.integer({ min: Date.parse('0001-01-02'), max: Date.parse('9999-12-30') });
    fc.assert(
      fc.property(instant, fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (at, timeZone) => {
        const date = localDateOf(at, timeZone);
        expect(toLocalDate(date)).toBe(date);
        expect(Math.abs(daysBetween(localDateOf(at, 'UTC'), date))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('keeps giving right dates when more spellings than it remembers go by', () => {
    const letters = [...'america/new_york'];
    for (let mask = 0; mask < 1024; mask += 1) {
      const timeZone = letters.map((letter, i) => ((mask >> i) & 1 ? letter.toUpperCase() : letter)).join('');
      expect(localDateOf(Date.parse('2027-01-01T04:59:59Z'), timeZone)).toBe('2026-12-31');
    }
  });
});

describe('day arithmetic', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2028-02-29', 1, '2028-03-01'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-13', 1, '2027-03-14'],
    ['2027-03-14', 1, '2027-03-15'],
    ['2011-12-29', 1, '2011-12-30'],
    ['2026-08-22', 0, '2026-08-22'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2000-01-01', 146_097, '2400-01-01'],
  ])('%s plus %i days is %s', (from, count, to) => {
    expect(addDays(toLocalDate(from), count)).toBe(to);
    expect(daysBetween(toLocalDate(from), toLocalDate(to))).toBe(count);
  });

  it('refuses to leave the four-digit years, and counts that are not whole', () => {
    expect(() => addDays(toLocalDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(toLocalDate('0000-01-01'), -1)).toThrow(RangeError);
    for (const count of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 1e300]) {
      expect(() => addDays(toLocalDate('2026-01-01'), count)).toThrow(RangeError);
    }
  });

  it('adding days and counting them undo each other', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, count) => {
        expect(daysBetween(date, addDays(date, count))).toBe(count);
        expect(addDays(addDays(date, count), -count)).toBe(date);
      }),
    );
  });

  it('dates sort as text in the order of their days', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(a < b).toBe(dayNumber(a) < dayNumber(b));
      }),
    );
  });
});

describe('weekdayOf', () => {
  it.each([
    ['2026-08-17', 1],
    ['2026-08-22', 6],
    ['2026-08-23', 7],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2028-02-29', 2],
    ['0001-01-01', 1],
  ])('%s is day %i', (date, expected) => {
    expect(weekdayOf(toLocalDate(date))).toBe(expected);
  });

  it('repeats every seven days and moves by one a day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) % 7) + 1);
      }),
    );
  });
});

describe('isTimeZone', () => {
  it.each(['UTC', 'Asia/Seoul', 'America/Argentina/Buenos_Aires', 'Etc/GMT-14', 'asia/seoul'])(
    'takes %s',
    (text) => {
      expect(isTimeZone(text)).toBe(true);
    },
  );

  it.each([
    '',
    ' ',
    'London',
    'KST',
    '+09:00',
    '-05',
    'Asia/Seoul ',
    'Asia\\Seoul',
    '../UTC',
    '2026-01-01T00:00Z',
  ])('refuses %j', (text) => {
    expect(isTimeZone(text)).toBe(false);
  });
});

describe('startOfPeriod', () => {
  it.each([
    ['week', '2026-08-22', '2026-08-17'],
    ['week', '2026-08-17', '2026-08-17'],
    ['week', '2026-08-23', '2026-08-17'],
    ['week', '2027-01-01', '2026-12-28'],
    ['month', '2026-08-22', '2026-08-01'],
    ['month', '2028-02-29', '2028-02-01'],
    ['month', '2026-12-31', '2026-12-01'],
  ] as const)('the %s of %s began on %s', (period, today, expected) => {
    expect(startOfPeriod(period, toLocalDate(today))).toBe(expected);
  });

  it('all has no beginning', () => {
    expect(startOfPeriod('all', toLocalDate('2026-08-22'))).toBeUndefined();
  });

  it('a week begins on a Monday at most six days ago, a month on the first', () => {
    fc.assert(
      fc.property(anyDate, (today) => {
        const monday = startOfPeriod('week', today) ?? today;
        expect(weekdayOf(monday)).toBe(1);
        expect(daysBetween(monday, today)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(monday, today)).toBeLessThan(7);
        expect(startOfPeriod('month', today)).toBe(`${today.slice(0, 7)}-01`);
      }),
    );
  });
});
