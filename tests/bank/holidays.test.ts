import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/bank/check.ts';
import { describeProblem } from '../../src/bank/problem.ts';
import { addDays, type LocalDate, toLocalDate, weekdayOf } from '../../src/habits/day.ts';
import { realBank, temporaryFolder } from '../support/world.ts';

/** The shipped list is held against the law's rules, worked out anew with the run time's own lunar calendar. */

const SATURDAY = 6;
const SUNDAY = 7;

/** The first day of a lunar month and day within a year, by the Korean calendar of ICU. */
function lunar(year: number, month: number, day: number): LocalDate {
  const format = new Intl.DateTimeFormat('en-u-ca-dangi', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  const start = toLocalDate(`${year}-01-01`);
  const found = Array.from({ length: 365 }, (_, index) => addDays(start, index)).find(
    (date) => format.format(Date.parse(date)) === `${month}/${day}`,
  );
  if (found === undefined) throw new Error(`no lunar ${month}/${day} in ${year}`);
  return found;
}

/** 관공서의 공휴일에 관한 규정, articles 2 and 3: the days, and which of them are substituted when they fall on what. */
function lawful(year: number, elections: readonly string[]): string[] {
  const solar = (text: string): LocalDate => toLocalDate(`${year}-${text}`);
  const around = (date: LocalDate): LocalDate[] => [addDays(date, -1), date, addDays(date, 1)];
  const plain = ['01-01', '06-06'].map(solar);
  const weekend = [
    ...['03-01', '05-01', '05-05', '07-17', '08-15', '10-03', '10-09', '12-25'].map(solar),
    lunar(year, 4, 8),
  ];
  const sundays = [...around(lunar(year, 1, 1)), ...around(lunar(year, 8, 15))];
  const named = [...plain, ...weekend, ...sundays, ...elections.map(toLocalDate)];
  const taken = new Set<string>(named);
  const isFree = (date: LocalDate): boolean =>
    !taken.has(date) && weekdayOf(date) !== SATURDAY && weekdayOf(date) !== SUNDAY;
  const twice = (date: LocalDate): boolean => named.filter((one) => one === date).length > 1;
  const lost = [
    ...weekend.filter((date) => weekdayOf(date) >= SATURDAY || twice(date)),
    ...sundays.filter((date) => weekdayOf(date) === SUNDAY || twice(date)),
  ].sort();
  for (const date of lost) {
    let next = addDays(date, 1);
    while (!isFree(next)) next = addDays(next, 1);
    taken.add(next);
  }
  return [...taken].sort();
}

describe('the public holidays of Korea', () => {
  const list = realBank().holidays.get('kr');
  const of = (year: number): string[] =>
    [...(list?.dates.keys() ?? [])].filter((date) => date.startsWith(`${year}`));

  it.each([
    [2026, ['2026-06-03']],
    [2027, []],
  ] as const)('of %i are those of the law, substitutes included', (year, elections) => {
    expect(of(year)).toEqual(lawful(year, elections));
  });

  it.each([
    ['2026-02-17', '설날'],
    ['2026-03-02', '대체공휴일(3·1절)'],
    ['2026-05-01', '노동절'],
    ['2026-05-25', '대체공휴일(부처님 오신 날)'],
    ['2026-06-03', '전국동시지방선거'],
    ['2026-07-17', '제헌절'],
    ['2026-09-25', '추석'],
    ['2027-02-09', '대체공휴일(설날)'],
    ['2027-05-03', '대체공휴일(노동절)'],
    ['2027-07-19', '대체공휴일(제헌절)'],
    ['2027-09-15', '추석'],
    ['2027-12-27', '대체공휴일(기독탄신일)'],
  ])('name %s %s', (date, name) => {
    expect(list?.dates.get(date)?.ko).toBe(name);
  });

  it.each(['2026-06-08', '2026-09-28', '2027-06-07', '2026-04-05'])('leave %s a working day', (date) => {
    expect(list?.dates.has(date)).toBe(false);
  });
});

describe('a list of holidays that does not fit', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(join(folder.path, 'holidays'));
  });
  afterEach(() => folder.remove());

  const HEAD = 'ko: 휴일\nen: Holidays\nfrom: 2026-01-01\nuntil: 2026-12-31\ndates:\n';
  const DAY = '  - { date: 2026-05-05, ko: 어린이날, en: Day }\n';

  function faults(source: string, name = 'kr'): string[] {
    writeFileSync(join(folder.path, `holidays/${name}.yaml`), source);
    return checkContent(folder.path, new Set()).errors.map(describeProblem);
  }

  it('is one that fits otherwise', () => {
    expect(faults(HEAD + DAY)).toEqual([]);
  });

  it.each([
    [
      'a date that does not exist',
      DAY.replace('05-05', '02-30'),
      /kr\.yaml:6 dates\[0\]\.date: must be a date/,
    ],
    ['a date twice', DAY + DAY, /dates\[1\]\.date: must come after 2026-05-05/],
    ['a date of another year', DAY.replace('2026', '2027'), /must lie within 2026-01-01 and 2026-12-31/],
    ['a name in one language only', DAY.replace(', en: Day', ''), /dates\[0\]\.en/],
    ['a misspelt field', DAY.replace('ko:', 'kr:'), /kr\.yaml:6/],
    ['no dates', '  []\n', /dates/],
  ])('names the place of %s', (_, days, message) => {
    expect(faults(HEAD + days).join('\n')).toMatch(message);
  });

  it('has to be known to the settings', () => {
    expect(faults(HEAD + DAY, 'jp').join()).toContain('there is no list of holidays "jp"');
  });
});
