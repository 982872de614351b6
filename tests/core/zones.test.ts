import { describe, expect, it } from 'vitest';
import { nearestZones, suggestZones, zoneNamed } from '../../src/core/zones.ts';
import { isTimeZone } from '../../src/habits/day.ts';

describe('time zones', () => {
  it.each([
    ['Asia/Seoul', 'Asia/Seoul'],
    ['asia/SEOUL', 'Asia/Seoul'],
    ['america/new york', 'America/New_York'],
    ['seoul', 'Asia/Seoul'],
    ['서울', 'Asia/Seoul'],
    ['KST', 'Asia/Seoul'],
    ['Lord Howe', 'Australia/Lord_Howe'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['pacific/apia', 'Pacific/Apia'],
    ['UTC', 'UTC'],
    ['GMT', 'UTC'],
  ])('%s is %s', (typed, zone) => {
    expect(zoneNamed(typed)).toBe(zone);
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each(['', '+09:00', 'UTC+9', 'Asia', 'Soul', 'constructor', '__proto__', 'Asia/', 'CST', '../etc'])(
    '%j is none',
    (typed) => {
      expect(zoneNamed(typed)).toBeUndefined();
    },
  );

  it('finds the name that was meant', () => {
    expect(nearestZones('Asia/Soul')).toContain('Asia/Seoul');
    expect(nearestZones('Londn')).toContain('Europe/London');
    expect(nearestZones('뷁뷁뷁')).toEqual([]);
  });

  it('suggests common ones first, then by city, name and Korean', () => {
    expect(suggestZones('', 'ko', 25)[0]?.value).toBe('Asia/Seoul');
    expect(suggestZones('', 'en', 25)[0]?.label).toContain('Korean');
    expect(suggestZones('런', 'ko', 25).map((one) => one.value)).toEqual(['Europe/London']);
    expect(suggestZones('new', 'en', 25).map((one) => one.value)).toContain('America/New_York');
    expect(suggestZones('a', 'en', 25)).toHaveLength(25);
    expect(suggestZones('zzz', 'en', 25)).toEqual([]);
    expect(suggestZones('', 'ko', 25).every((one) => isTimeZone(one.value) && one.label.length <= 100)).toBe(
      true,
    );
  });
});
