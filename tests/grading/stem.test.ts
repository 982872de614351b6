import { describe, expect, it } from 'vitest';
import { stemOf } from '../../src/grading/stem.ts';

describe('the stem of an English word', () => {
  it.each([
    ['generator', 'generalize', 'general', 'generate', 'generic'],
    ['encoder', 'encoding'],
    ['decoder', 'decodes'],
    ['transformer', 'transforms'],
    ['universe', 'university', 'universal'],
    ['position', 'positive'],
    ['important', 'import'],
    ['object', 'objective'],
    ['normal', 'normalize'],
    ['population', 'popular'],
    ['identity', 'identical'],
    ['computer', 'compute'],
    ['several', 'severe'],
    ['unlikely', 'unlike'],
    ['mean', 'meaning'],
  ])('keeps words of different meaning apart: %s', (...words) => {
    expect(new Set(words.map(stemOf)).size).toBe(words.length);
  });

  it.each([
    ['encoder', 'encoders'],
    ['position', 'positions', 'positional'],
    ['generate', 'generates', 'generated', 'generation', 'generative'],
    ['normalize', 'normalise', 'normalization', 'normalisation', 'normalised'],
    ['optimizer', 'optimiser', 'optimisers'],
    ['lose', 'loses', 'losing', 'lost'],
    ['use', 'uses', 'used', 'using'],
    ['matrix', 'matrices'],
    ['choose', 'chosen'],
  ])('brings the forms of one word together: %s', (...words) => {
    expect(new Set(words.map(stemOf)).size).toBe(1);
  });

  it('leaves words alone that only look British, and several words written as one', () => {
    expect(stemOf('promise')).toBe(stemOf('promises'));
    expect(stemOf('expertise')).not.toContain('iz');
    expect(stemOf('regularizationremoved')).not.toBe(stemOf('regularization'));
  });
});
