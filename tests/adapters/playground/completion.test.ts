import { describe, expect, it } from 'vitest';
import { fit, initials, letters } from '../../../src/adapters/playground/client/hangul.ts';
import { missingIn, stageOf } from '../../../src/adapters/playground/client/stage.ts';
import { offer } from '../../../src/adapters/playground/client/suggest.ts';
import type { CommandInfo, OptionInfo } from '../../../src/adapters/playground/client/wire.ts';

const option = (name: string, more: Partial<OptionInfo> = {}): OptionInfo => ({
  name,
  about: `about ${name}`,
  required: false,
  rest: false,
  choices: [],
  completes: 'no',
  ...more,
});
const command = (name: string, aliases: string[], options: OptionInfo[] = []): CommandInfo => ({
  name,
  aliases,
  summary: `does ${name}`,
  options,
});

const TOPICS = [
  { value: 'nlp', label: '자연어 처리' },
  { value: 'deep-learning', label: '딥러닝' },
];
const COMMANDS = [
  command('today', ['오늘']),
  command(
    'quiz',
    ['퀴즈', '문제'],
    [option('topic', { choices: TOPICS }), option('question', { completes: 'known' }), option('count')],
  ),
  command('lookup', ['용어'], [option('query', { required: true, rest: true, completes: 'free' })]),
  command('me stats', ['내기록']),
  command('me export', []),
];
const labels = (line: string, completed: { value: string; label: string }[] = []) =>
  offer(line, stageOf(line, COMMANDS), COMMANDS, completed).items.map((item) => item.label);
const lines = (line: string, completed: { value: string; label: string }[] = []) =>
  offer(line, stageOf(line, COMMANDS), COMMANDS, completed).items.map((item) => item.line);

describe('Korean as it is typed', () => {
  it('takes syllables apart into keystrokes', () => {
    expect(letters('오늘')).toBe('ㅇㅗㄴㅡㄹ');
    expect(letters('값 왜')).toBe('ㄱㅏㅂㅅ ㅇㅗㅐ');
    expect(letters('ㄳ')).toBe('ㄱㅅ');
    expect(letters('LookUp')).toBe('lookup');
    expect(letters('오늘'.normalize('NFD'))).toBe('ㅇㅗㄴㅡㄹ');
    expect(initials('내 기록')).toBe('ㄴ ㄱㄹ');
  });

  it.each(['ㅇ', '오', '온', '오느', '오늘'])('%s, on the way to 오늘, finds it all the time', (typed) => {
    expect(fit(typed, '오늘')).toBe(0);
  });

  it('finds by initial consonants, also when the keyboard has joined them', () => {
    expect(fit('ㄴㄱㄹ', '내기록')).toBe(1);
    expect(fit('ㄳ', '가수')).toBe(1);
    expect(fit('ㄱ', '용어')).toBeUndefined();
  });
});

describe('commands', () => {
  it('are offered by English name, Korean name and initial consonants', () => {
    expect(labels('/')).toEqual(['/today', '/quiz', '/lookup', '/me stats', '/me export']);
    expect(labels('/lo')).toEqual(['/lookup']);
    expect(labels('/요')).toEqual(['/lookup']);
    expect(labels('/ㅋㅈ')).toEqual(['/quiz']);
    expect(labels('/ME ')).toEqual(['/me stats', '/me export']);
    expect(labels('/zzz')).toEqual([]);
    expect(labels('hello /lo')).toEqual([]);
  });

  it('take a space with them, ready for the next word', () => {
    expect(lines('/lo')).toEqual(['/lookup ']);
  });
});

describe('options', () => {
  it('offers the choices of the first open one and the names of all', () => {
    expect(labels('/quiz ')).toEqual(['자연어 처리', '딥러닝', 'topic:', 'question:', 'count:']);
    expect(lines('/퀴즈 ')[0]).toBe('/퀴즈 topic:nlp ');
  });

  it('completes a named value, by value, label or initial consonants', () => {
    expect(lines('/quiz topic:d')).toEqual(['/quiz topic:deep-learning ']);
    expect(lines('/quiz topic:딥')).toEqual(['/quiz topic:deep-learning ']);
    expect(lines('/quiz topic:ㄷㄹㄴ')).toEqual(['/quiz topic:deep-learning ']);
  });

  it('does not offer what has been given', () => {
    expect(labels('/quiz topic:nlp ')).toEqual(['question:', 'count:']);
    expect(labels('/quiz nlp co')).toEqual(['count:']);
    expect(labels('/quiz nlp q 3 ')).toEqual([]);
  });

  it('puts completions of the rest of a line in as they are, and quotes others', () => {
    expect(lines('/lookup 배치 정', [{ value: 'batch norm', label: '배치 정규화' }])).toEqual([
      '/lookup batch norm',
    ]);
    expect(lines('/quiz question:a', [{ value: 'a b', label: 'A' }])).toEqual(['/quiz question:"a b" ']);
  });

  it('lets Enter take the first only where the words cannot be meant as they stand', () => {
    const eager = (line: string) =>
      offer(line, stageOf(line, COMMANDS), COMMANDS, [{ value: 'v', label: 'l' }]).eager;
    expect([eager('/lo'), eager('/quiz topic:d'), eager('/quiz question:d')]).toEqual([true, true, true]);
    expect([eager('/'), eager('/quiz '), eager('/lookup drop')]).toEqual([false, false, false]);
    // Written out in full, a value is sent and not completed.
    expect(eager('/quiz question:v')).toBe(false);
  });

  it('knows what is missing', () => {
    const missing = (line: string) => missingIn(stageOf(`${line} `, COMMANDS))?.name;
    expect([
      missing('/lookup'),
      missing('/lookup  '),
      missing('/lookup x'),
      missing('/quiz'),
      missing('hi'),
    ]).toEqual(['query', 'query', undefined, undefined, undefined]);
  });

  it.each(['/quiz "', '/quiz topic:"a b', '/quiz topic:', '/quiz :', '/quiz ::: x', '/lookup "a" b'])(
    'reads the odd line %s without trouble',
    (line) => {
      expect(() => lines(line)).not.toThrow();
    },
  );
});
