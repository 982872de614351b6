import { describe, expect, it } from 'vitest';
import { createLookup } from '../../src/bank/lookup.ts';
import { realBank } from '../support/world.ts';

const lookup = createLookup(realBank());
const first = (query: string): string | undefined => lookup.search(query, 'ko', 5)[0]?.id;

describe('looking up', () => {
  it.each([
    ['드롭아웃', 'dropout'],
    ['dropout', 'dropout'],
    ['Dropout', 'dropout'],
    ['드랍아웃', 'dropout'],
    ['배치정규화', 'batch-normalization'],
    ['배치 정규화', 'batch-normalization'],
    ['batch norm', 'batch-normalization'],
    ['BN', 'batch-normalization'],
    ['경사하강법', 'gradient-descent'],
    ['ㄱㅅㅎㄱㅂ', 'gradient-descent'],
    ['ㄷㄹㅇㅇ', 'dropout'],
    ['소프트맥ㅅ', 'softmax'],
    ['softmx', 'softmax'],
    ['rudtkgkrkdqjq', 'gradient-descent'],
    ['dropout-effect', 'dropout-effect'],
  ])('finds %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('finds every term by its own names first', () => {
    const lost = [...realBank().terms.values()].flatMap((term) =>
      [term.ko, term.en]
        .filter((name) => !lookup.search(name, 'ko', 3).some((hit) => hit.id === term.id))
        .map((name) => `${term.id}: ${name}`),
    );
    expect(lost).toEqual([]);
  });

  it('finds nothing for nothing, and survives any text', () => {
    expect(lookup.search('', 'ko', 5)).toEqual([]);
    expect(lookup.search('   ', 'ko', 5)).toEqual([]);
    for (const odd of ['\0', '💥', '*'.repeat(500), '__proto__', 'ㄱ'.repeat(100)])
      expect(Array.isArray(lookup.search(odd, 'en', 5))).toBe(true);
  });

  it('gives scores from 0 to 1, best first, at most as many as asked', () => {
    const hits = lookup.search('정규화', 'ko', 4);
    expect(hits.length).toBeLessThanOrEqual(4);
    expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((a, b) => b - a));
    for (const hit of hits) expect(hit.score).toBeLessThanOrEqual(1);
  });
});
