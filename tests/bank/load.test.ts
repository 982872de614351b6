import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/bank/check.ts';
import { loadBank, writeCache } from '../../src/bank/load.ts';
import { ContentError, describeProblem } from '../../src/bank/problem.ts';
import { CONTENT } from '../../src/paths.ts';
import { temporaryFolder } from '../support/world.ts';

const DROPOUT = 'questions/deep-learning/dropout-effect.md';
const TERMS = 'terms/deep-learning.yaml';

describe('content files that do not fit', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let root: string;
  beforeEach(() => {
    folder = temporaryFolder();
    root = join(folder.path, 'content');
    mkdirSync(join(root, 'questions/deep-learning'), { recursive: true });
    for (const part of ['terms', 'lexicon.yaml', DROPOUT])
      cpSync(join(CONTENT, part), join(root, part), { recursive: true });
  });
  afterEach(() => folder.remove());

  function edit(file: string, from: string | RegExp, to: string): void {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  }

  function faults(): string[] {
    return checkContent(root, new Set()).errors.map(describeProblem);
  }

  it('load as they are', () => {
    const bank = loadBank(root);
    expect(bank.questions.get('dropout-effect')?.points.length).toBeGreaterThan(1);
    expect(faults()).toEqual([]);
  });

  it('are all reported, with file, line and field, and nothing is served half-loaded', () => {
    edit(DROPOUT, 'level: 2', 'level: 7');
    edit(DROPOUT, /weight: 3\n/, 'weight: many\n');
    edit(TERMS, /^ {2}ko: .*$/m, '  ko: 3');
    const found = faults();
    expect(
      found.some((fault) => /^content\/questions\/deep-learning\/dropout-effect\.md:4 level/.test(fault)),
    ).toBe(true);
    expect(found.some((fault) => /dropout-effect\.md:\d+ points\[0\]\.weight/.test(fault))).toBe(true);
    expect(found.some((fault) => /^content\/terms\/deep-learning\.yaml:2 \[0\]\.ko/.test(fault))).toBe(true);
    expect(() => loadBank(root)).toThrow(ContentError);
    expect(() => loadBank(root)).toThrow(/deep-learning\.yaml:2[\s\S]*dropout-effect\.md:4 level/);
  });

  it.each([
    ['a misspelt field', 'level: 2', 'level: 2\nlevle: 3', /levle/],
    ['broken YAML', 'level: 2', 'level: [2', /dropout-effect\.md:\d+/],
    ['no front matter', /^---\n/, '', /must begin with front matter/],
    ['no English model answer', '## en', '## fr', /"## en"/],
    [
      'a pattern that does not parse',
      '- ensemble\n',
      '- "(ensemble"\n',
      /points\[2\]\.say\[0\]: "\)" is missing/,
    ],
    [
      'another id than the file name',
      'id: dropout-effect',
      'id: drop-out',
      /must be called deep-learning\/drop-out\.md/,
    ],
    ['a topic that does not exist', 'topic: deep-learning', 'topic: cooking', /no topic "cooking"/],
    ['enough above the sum', /enough: \d+/, 'enough: 99', /above the sum of the weights/],
    ['a term that does not exist', 'terms: [dropout,', 'terms: [dropuot,', /no term "dropuot"/],
    ['a sample out of its range', 'score: [25, 45]', 'score: [90, 100]', /scores \d+, not 90 to 100/],
    [
      'a missing kind of sample',
      / {2}- kind: keywords[\s\S]*?score: \[0, 40\]\n/,
      '',
      /a sample of kind "keywords" is missing/,
    ],
    ['the same point twice', 'id: ensemble\n', 'id: random-off\n', /"random-off" is used twice/],
  ])('name %s', (_, from, to, expected) => {
    edit(DROPOUT, from, to);
    expect(faults().join('\n')).toMatch(expected);
  });

  it('name a model answer that does not reach 90 under its own rubric', () => {
    edit(DROPOUT, /## en[\s\S]*$/, '## en\n\nDropout is a popular technique.\n');
    expect(faults().join('\n')).toMatch(/model answer en: scores 0 under its own rubric, 90 is needed/);
  });

  it('name a word class whose opposite does not exist', () => {
    edit('lexicon.yaml', 'opposite: increase', 'opposite: enlarge');
    expect(faults().join('\n')).toMatch(/lexicon\.yaml.*"enlarge"/);
  });

  describe('kept parsed', () => {
    it('give the same bank as the files, and are not used once a file has changed', () => {
      const cache = join(folder.path, 'content.json');
      writeCache(root, cache);
      const kept = loadBank(root, cache).questions.get('dropout-effect');
      const read = loadBank(root).questions.get('dropout-effect');
      const plain = { rubric: undefined, rubricWith: undefined };
      expect({ ...kept, ...plain }).toEqual({ ...read, ...plain });
      expect(kept?.version).toBe(read?.version);
      edit(DROPOUT, 'level: 2', 'level: 3');
      expect(loadBank(root, cache).questions.get('dropout-effect')?.level).toBe(3);
    });

    it('are ignored when they are damaged', () => {
      const cache = join(folder.path, 'content.json');
      writeFileSync(cache, '{"fingerprint": "x"');
      expect(existsSync(cache)).toBe(true);
      expect(loadBank(root, cache).questions.size).toBe(1);
    });
  });
});
