import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/adapters/playground/times.ts';
import { clientWords, wordsOf } from '../../../src/adapters/playground/words.ts';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).sort();

describe('the words of the page', () => {
  it('have the same holes in both languages', () => {
    const ko = clientWords('ko');
    const en = clientWords('en');
    for (const key of Object.keys(ko) as (keyof typeof ko)[]) expect(holes(en[key])).toEqual(holes(ko[key]));
  });

  it('fill their holes once, and never with what is in the value', () => {
    expect(wordsOf('en')('error.channel', { id: '{id}' })).toBe('There is no channel "{id}".');
  });
});

describe('times', () => {
  it('are those of the reader', () => {
    const at = Date.parse('2026-11-20T23:30:00Z');
    expect(momentOf(at, 'ko', 'Asia/Seoul')).toEqual({
      iso: '2026-11-20T23:30:00.000Z',
      time: '08:30',
      day: '2026년 11월 21일 토요일',
      dayKey: '2026-11-21',
    });
    expect(momentOf(at, 'en', 'America/New_York')).toMatchObject({ time: '18:30', dayKey: '2026-11-20' });
  });
});
