import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEMOS } from '../../src/demos/index.ts';
import { cli, jsonLines } from '../support/cli.ts';
import { temporaryFolder } from '../support/world.ts';

describe('demo on the command line', () => {
  it('prints numbers, chart and table for a terminal', async () => {
    const { status, out } = await cli(['demo', 'softmax', 'z=1,2,3', '--lang', 'en']);
    expect(status).toBe(0);
    expect(out).toContain('Softmax with temperature');
    expect(out).toContain('66.5%');
    expect(out).toMatch(/█+ 0\.6652/);
    expect(out).toContain('z=1,2,3 temperature=1');
  });

  it('prints demo, params, results and chart as JSON', async () => {
    const { status, out } = await cli(['demo', 'softmax', 'z=0,0', 'temperature=2', '--json']);
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(status).toBe(0);
    expect(Object.keys(answer)).toEqual(['demo', 'params', 'results', 'chart']);
    expect(answer.params).toEqual({ z: [0, 0], temperature: 2 });
    expect(answer.results).toMatchObject({ p: [0.5, 0.5], argmax: 0 });
    expect(answer.chart).toMatchObject({ kind: 'bars' });
  });

  it('writes the picture beside the numbers', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'softmax.png');
    const { status } = await cli(['demo', 'softmax', '--png', file, '--json']);
    expect(status).toBe(0);
    expect(existsSync(file) && readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    const lost = await cli(['demo', 'softmax', '--png', join(folder.path, 'no', 'such', 'folder.png')]);
    expect(lost.status).toBe(1);
    expect(lost.err).toContain('the picture cannot be written');
    folder.remove();
  });

  it.each([
    [['demo', 'softmx'], 'Did you mean one of these: softmax'],
    [['demo', 'softmax', 'z=1,nan'], 'z[1] must be a number in -700..700. Given: nan'],
    [['demo', 'softmax', 'temp=1'], 'temp is not a parameter of this demo.'],
    [['demo', 'softmax', '3'], '"3" cannot be read. Write name=value'],
    [['demo', 'kmeans', 'k=10'], 'k must be at most the number of rows of x (9).'],
  ])('%j fails with what is allowed', async (args, message) => {
    const { status, err, out } = await cli([...args, '--json']);
    expect(status).toBe(1);
    expect(err).toContain(message);
    expect(String((JSON.parse(out) as { error: unknown }).error)).toContain(message);
  });

  it.each([
    [['demo'], 'the name of a demo is missing'],
    [['demo', 'softmax', '--lang', 'fr'], '--lang must be ko or en'],
    [['demo', 'softmax', '--nonsense'], 'nonsense'],
  ])('%j is wrong usage', async (args, message) => {
    const { status, err } = await cli(args);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it('answers a batch line by line, in order, errors among them', async () => {
    const lines = [
      '{"demo":"softmax","params":{"z":[1,2]}}',
      '{"demo":"softmax","params":{"z":"1,x"}}',
      '{"demo":"nowhere"}',
      'not json',
      '{"params":{}}',
      '{"demo":"softmax","params":[]}',
      '',
      '{"demo":"gradient-descent","params":{"steps":"1"}}',
    ];
    const { status, out } = await cli(['demo', '--batch'], `${lines.join('\n')}\n`);
    expect(status).toBe(0);
    const answers = jsonLines(out);
    expect(answers.map((one) => one.demo)).toEqual([
      'softmax',
      'softmax',
      'nowhere',
      null,
      null,
      'softmax',
      'gradient-descent',
    ]);
    expect(answers.map((one) => 'results' in one)).toEqual([true, false, false, false, false, false, true]);
    expect(answers.filter((one) => 'error' in one).every((one) => typeof one.error === 'string')).toBe(true);
    expect(answers[6]?.results).toMatchObject({ x: [3, 2.4] });
  });

  it('lists every demo with its parameters', async () => {
    const { out } = await cli(['demo', '--list', '--json']);
    const list = JSON.parse(out) as {
      id: string;
      parameters: { name: string; type: string; default: unknown }[];
    }[];
    expect(list.map((one) => one.id)).toEqual(DEMOS.map((demo) => demo.id));
    expect(list.find((one) => one.id === 'softmax')?.parameters).toEqual([
      { name: 'z', type: 'floats', default: [2, 1, 0.1], length: '1..100', each: '-700..700' },
      { name: 'temperature', type: 'float', default: 1, limits: '0.01..100' },
    ]);
    const text = await cli(['demo', '--list', '--lang', 'en']);
    expect(text.out).toContain('softmax');
    expect(text.out).toContain('Softmax with temperature');
  });

  it('is found by look-up', async () => {
    const { out } = await cli(['lookup', 'softmax', '--json']);
    const hits = JSON.parse(out) as { kind: string; id: string }[];
    expect(hits.some((hit) => hit.kind === 'demo' && hit.id === 'softmax')).toBe(true);
    expect(hits[0]?.kind).toBe('term');
  });
});
