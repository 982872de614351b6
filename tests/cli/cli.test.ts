import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, cli as run } from '../support/cli.ts';
import { GOOD_ANSWER, realBank, temporaryFolder } from '../support/world.ts';

describe('grade', () => {
  it('prints the grade as JSON', async () => {
    const { status, out } = await run(['grade', 'dropout-effect', '--json'], GOOD_ANSWER);
    const result = JSON.parse(out) as {
      score: number;
      passed: boolean;
      points: { id: string; covered: boolean; weight: number; evidence: { text: string }[] }[];
      misconceptions: unknown[];
      version: string;
    };
    expect(status).toBe(0);
    expect(Object.keys(result)).toEqual(['score', 'passed', 'points', 'misconceptions', 'version']);
    expect(result.score).toBeGreaterThanOrEqual(90);
    expect(result.passed).toBe(true);
    expect(
      result.points.every(
        (point) =>
          typeof point.id === 'string' && point.weight > 0 && point.covered === point.evidence.length > 0,
      ),
    ).toBe(true);
    expect(result.version).toMatch(/^\d+\.[0-9a-f]{8}$/);
  });

  it('prints it for people', async () => {
    const { out } = await run(['grade', 'dropout-effect'], GOOD_ANSWER);
    expect(out).toMatch(/\/100 · 통과\n✓ /);
  });

  it.each([
    [['grade'], '', 2, /QUESTION_ID is missing/],
    [['grade', 'droput-effect'], 'x', 1, /did you mean dropout-effect/],
    [['grade', 'dropout-effect'], '', 1, /the answer is empty/],
    [['grade', 'dropout-effect'], '🎉', 1, /the answer is empty/],
    [['grade', 'dropout-effect'], 'x'.repeat(4001), 1, /up to 4000/],
    [['grade', '--colour'], '', 2, /colour/],
    [['graed'], '', 2, /did you mean grade/],
    [['lookup'], '', 2, /QUERY is missing/],
    [['lookup', 'x', '--limit', 'NaN'], '', 2, /--limit must be a whole number/],
    [['content'], '', 2, /content check/],
    [['quiz', '--topic', 'cooking'], '', 2, /--topic must be one of/],
    [['quiz', '--level', '7'], '', 2, /--level must be/],
    [['quiz', '--question', 'nothing-like-it'], '', 1, /there is no question/],
    [['eval', '--dir', '/nowhere/at/all'], '', 1, /there is no folder/],
    [[], '', 2, /^$/],
  ])('%j ends with a clear word and exit status', async (args, input, status, message) => {
    const result = await run(args, input);
    expect(result.status).toBe(status);
    expect(result.err).toMatch(message);
  });

  it('says errors as JSON when JSON was asked for', async () => {
    const { out, status } = await run(['grade', 'nothing', '--json'], 'x');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toEqual({ error: expect.stringContaining('there is no question "nothing"') });
  });
});

describe('grade --batch', () => {
  it('answers every line in order, faulty ones with an error', async () => {
    const input = [
      { id: 1, question_id: 'dropout-effect', answer: GOOD_ANSWER },
      'not json',
      { id: 'two', question_id: 'nothing', answer: 'x' },
      { id: 3, question_id: 'dropout-effect', answer: ' ' },
      { id: 4, answer: 'x' },
      {
        id: 5,
        question: 'What is a stack?',
        reference: 'A stack is a last in, first out data structure.',
        answer: 'Last in first out structure for data',
      },
      {
        id: 6,
        question: 'What is a stack?',
        reference: 'A stack is a last in, first out data structure.',
        answer: 'I do not know',
      },
      {
        id: 7,
        question: 'q',
        reference: 'the constructor of __proto__',
        answer: 'constructor __proto__ toString',
      },
    ];
    const { status, out } = await run(
      ['grade', '--batch'],
      input.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    );
    const answers = jsonLines(out);
    expect(status).toBe(0);
    expect(answers.map((answer) => answer.id)).toEqual([1, null, 'two', 3, 4, 5, 6, 7]);
    expect(answers[0]?.score).toBeGreaterThanOrEqual(90);
    expect(answers[1]?.error).toMatch(/not valid JSON/);
    expect(answers[2]?.error).toMatch(/no question "nothing"/);
    expect(answers[3]?.error).toMatch(/empty/);
    expect(answers[4]?.error).toMatch(/needs "id", "answer"/);
    expect(Number(answers[5]?.score)).toBeGreaterThan(Number(answers[6]?.score));
    expect(answers[6]?.score).toBe(0);
  });

  it('streams: 10,000 answers stay under 300 MB in a process of their own', { timeout: 120_000 }, () => {
    const ids = [...realBank().questions.keys()];
    const input = Array.from({ length: 10_000 }, (_, index) =>
      JSON.stringify({
        id: index,
        question_id: ids[index % ids.length],
        answer: `${GOOD_ANSWER} ${'그리고 학습률이 크면 발산해요. '.repeat(10)}${index}`,
      }),
    ).join('\n');
    const script =
      "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS))); process.argv.splice(1, 0, 'x'); process.argv = [process.argv[0], 'dist/cli.js', 'grade', '--batch']; await import(process.cwd() + '/dist/cli.js');";
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      input,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    const answers = jsonLines(child.stdout);
    expect(answers).toHaveLength(10_000);
    expect(answers.every((answer, index) => answer.id === index && typeof answer.score === 'number')).toBe(
      true,
    );
    expect(Number(child.stderr) / 1024).toBeLessThan(300);
  });
});

describe('lookup', () => {
  it('prints hits as JSON', async () => {
    const { out } = await run(['lookup', '배치', '정규화', '--json', '--limit', '2']);
    const hits = JSON.parse(out) as Record<string, unknown>[];
    expect(hits).toHaveLength(2);
    expect(hits[0]).toEqual({ kind: 'term', id: 'batch-normalization', title: '배치 정규화', score: 1 });
  });

  it('answers a batch in order, with the time of each', async () => {
    const { out } = await run(
      ['lookup', '--batch', '--limit', '1'],
      '{"query":"dropout"}\n{"nothing":1}\n{"query":"zzzzzzz"}\n',
    );
    const answers = jsonLines(out);
    expect(answers.map((answer) => answer.query)).toEqual(['dropout', null, 'zzzzzzz']);
    expect(answers[0]?.hits).toMatchObject([{ id: 'dropout' }]);
    expect(typeof answers[0]?.ms).toBe('number');
    expect(answers[1]?.error).toMatch(/needs "query"/);
    expect(answers[2]?.hits).toEqual([]);
  });
});

describe('quiz', () => {
  it('prints a question of the topic and level', async () => {
    const { out } = await run(['quiz', '--topic', 'machine-learning', '--level', '2', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      topic: 'machine-learning',
      level: 2,
      question: { ko: expect.any(String), en: expect.any(String) },
    });
  });
});

describe('eval', () => {
  it('measures every file of a folder, and says what it left out', async () => {
    const folder = temporaryFolder();
    const dir = join(folder.path, 'eval');
    mkdirSync(dir);
    const rows = [
      { question_id: 'dropout-effect', kind: 'formal', answer: GOOD_ANSWER, gold: 5 },
      { question_id: 'dropout-effect', kind: 'wrong', answer: '모르겠어요', gold: 0 },
      { question_id: 'dropout-effect', kind: 'half', answer: '앙상블 효과가 있어요', gold: 2 },
      { question_id: 'not-in-the-bank', kind: 'formal', answer: 'x', gold: 5 },
    ];
    writeFileSync(join(dir, 'own.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
    const { out } = await run(['eval', '--dir', dir, '--json']);
    folder.remove();
    expect(JSON.parse(out)).toMatchObject([
      {
        answers: 3,
        skipped: 1,
        auc: 1,
        kinds: { formal: { answers: 1, score: 5, gold: 5 }, wrong: { score: 0 } },
      },
    ]);
  });
});

describe('the built command', () => {
  it('checks the whole content: at least 52 questions and 120 terms, no error', { timeout: 60_000 }, () => {
    const child = spawnSync(process.execPath, ['dist/cli.js', 'content', 'check', '--json'], {
      encoding: 'utf8',
    });
    const report = JSON.parse(child.stdout) as {
      questions: number;
      terms: number;
      demos: number;
      errors: unknown[];
      warnings: unknown[];
    };
    expect(report.errors).toEqual([]);
    expect(child.status).toBe(0);
    expect(report.questions).toBeGreaterThanOrEqual(52);
    expect(report.terms).toBeGreaterThanOrEqual(120);
  });

  it('prints its version and help', () => {
    expect(spawnSync(process.execPath, ['dist/cli.js', '--version'], { encoding: 'utf8' }).stdout).toMatch(
      /^\d+\.\d+\.\d+\n$/,
    );
    expect(spawnSync(process.execPath, ['dist/cli.js', '--help'], { encoding: 'utf8' }).stdout).toContain(
      'usage: dailygrad',
    );
  });

  it('starts, says where, and ends with status 0 on SIGTERM, whatever is open', async () => {
    const folder = temporaryFolder();
    const env = {
      ...process.env,
      PLAYGROUND_PORT: '0',
      DATABASE_PATH: join(folder.path, 'x.db'),
      LOG_LEVEL: 'silent',
    };
    const child = spawn(process.execPath, ['dist/cli.js', 'start'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString('utf8'))?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    const [status] = (await once(child, 'exit')) as [number | null];
    folder.remove();
    expect(status).toBe(0);
  });

  it('stops the start with the name of a wrong setting, and opens nothing', () => {
    const folder = temporaryFolder();
    const child = spawnSync(process.execPath, ['dist/cli.js', 'start'], {
      encoding: 'utf8',
      env: { ...process.env, LANG_DEFAULT: 'fr', DATABASE_PATH: join(folder.path, 'x.db') },
    });
    folder.remove();
    expect(child.status).toBe(1);
    expect(child.stderr).toContain('LANG_DEFAULT must be ko or en');
  });
});
