import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/card.ts';
import type { Form } from '../../src/core/call.ts';
import { MAX_LINE } from '../../src/core/line.ts';
import { claimPost } from '../support/posts.ts';
import { makeWorld, NOON_SEOUL, realBank, type World, words } from '../support/world.ts';

/** The panel, its buttons and forms. Noon of Friday 20 November in Seoul. */

const PLACE = { workspace: 'team', channel: 'daily' };

function lines(card: Card): Map<string, string> {
  return new Map(
    card.blocks.flatMap((block) =>
      block.kind !== 'controls'
        ? []
        : block.items.flatMap((item): [string, string][] => {
            if (item.kind === 'button') return [[item.label, item.line]];
            return item.kind === 'menu' ? item.items.map((one) => [one.label, one.line]) : [];
          }),
    ),
  );
}

describe('the panel of setup', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld({ at: NOON_SEOUL });
  });
  afterEach(() => world.close());

  const say = (line: string, more: Parameters<World['say']>[1] = {}) =>
    world.say(line, { member: 'lead', admin: true, ...more });
  const stored = () => world.store.subscription('test', PLACE);

  async function press(card: Card, label: string, fields?: Record<string, string>) {
    const line = lines(card).get(label);
    if (line === undefined) throw new Error(`no button ${label} among ${[...lines(card).keys()]}`);
    return say(line, fields === undefined ? {} : { fields });
  }

  function formOf(line: string, locale: 'ko' | 'en' = 'ko'): Form {
    const from = { door: 'test', workspace: 'team', member: 'lead', name: 'lead', admin: true };
    const ack = world.bot.acknowledge({
      id: 'x',
      input: { kind: 'line', text: line },
      from,
      place: PLACE,
      locale,
    });
    if (ack.kind !== 'form') throw new Error(`no form for ${line}`);
    return ack.form;
  }

  const valuesOf = (form: Form) =>
    Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? '']));

  it('shows sensible defaults for a channel that has none, and stores nothing yet', async () => {
    const reply = await say('setup');
    expect(reply.mode).toBe('private');
    expect(words(reply)).toMatch(/아직 매일 질문이 없어요[\s\S]*09:00[\s\S]*Asia\/Seoul[\s\S]*평일/);
    expect(words(await say('setup', { locale: 'en' }))).toMatch(/no daily question yet[\s\S]*English/);
    expect(await stored()).toBeUndefined();
  });

  it('starts with one press, on the next weekday, with the time in a form that doors can localise', async () => {
    const reply = await press((await say('setup')).card, '이대로 시작');
    expect(reply.mode).toBe('replace');
    expect(words(reply)).toContain('11월 23일 (월) 09:00');
    expect(JSON.stringify(reply.card)).toContain(
      JSON.stringify({ kind: 'time', at: Date.parse('2026-11-23T00:00:00Z'), as: 'minute' }).slice(0, -1),
    );
    expect(await stored()).toMatchObject({ weekdays: [1, 2, 3, 4, 5], locale: 'ko', paused: false });
  });

  it('is for admins alone, with every part of it', async () => {
    for (const { name } of world.bot.commands.filter((one) => one.name.startsWith('setup'))) {
      const reply = await say(name === 'setup unskip' ? `${name} date:2026-12-25` : name, { admin: false });
      expect(words(reply), name).toContain('관리자만');
    }
  });

  it.each(['ko', 'en'] as const)('has forms within the limits of all doors (%s)', async (locale) => {
    const { card } = await say('setup zone:America/Argentina/Buenos_Aires days:매일', {
      channel: '12345678901234567890',
      locale,
    });
    const all = [...lines(card).values()];
    expect(all.every((line) => line.length <= MAX_LINE)).toBe(true);
    const forms = all
      .filter((line) => /^setup (?:when|what|pause|skip)\b/.test(line))
      .map((line) => formOf(line, locale));
    expect(forms).toHaveLength(4);
    for (const { title, submitLabel, fields } of forms) {
      // Slack's modals: title and submit 24 characters. Discord's: five parts, labels 45, hints 100, 25 options.
      expect(title.length).toBeLessThanOrEqual(24);
      expect(submitLabel.length).toBeLessThanOrEqual(24);
      expect(fields.length).toBeLessThanOrEqual(5);
      for (const { label, hint, choices } of fields) {
        expect(label.length).toBeLessThanOrEqual(45);
        expect(hint.length).toBeLessThanOrEqual(100);
        expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
      }
    }
  });

  it('has forms that hold the values of now, and writes only what was edited', async () => {
    const old = await say(
      'setup time:07:30 zone:뉴욕 days:월수 topics:deep-learning levels:1 thread:on holidays:kr digest:off',
    );
    const when = lines(old.card).get('시간 바꾸기') ?? '';
    expect(valuesOf(formOf(when))).toEqual({
      time: '07:30',
      zone: 'America/New_York',
      days: '1,3',
      language: 'ko',
      late: '22:00',
    });
    const what = lines(old.card).get('질문 바꾸기') ?? '';
    expect(valuesOf(formOf(what))).toEqual({
      topics: 'deep-learning',
      levels: '1',
      thread: 'on',
      holidays: 'kr',
      digest: 'off',
    });
    // Somebody else changes the time; the old panel's form changes the days alone.
    await say('setup time:10:00');
    await press(old.card, '시간 바꾸기', { ...valuesOf(formOf(when)), days: '1,2' });
    expect(await stored()).toMatchObject({
      timeOfDay: '10:00',
      weekdays: [1, 2],
      timeZone: 'America/New_York',
    });
    await press(old.card, '질문 바꾸기', {
      topics: '',
      levels: '',
      thread: 'off',
      holidays: 'off',
      digest: '2',
    });
    const now = await stored();
    expect(now).toMatchObject({ topics: [], levels: [], thread: false, digestWeekday: 2 });
    expect(now?.holidays).toBeUndefined();
  });

  it('subscribes with the first form, and offers the form again when a value was wrong', async () => {
    const { card } = await say('setup');
    const when = lines(card).get('시간 바꾸기') ?? '';
    const wrong = await press(card, '시간 바꾸기', { ...valuesOf(formOf(when)), time: '27:00' });
    expect(words(wrong)).toContain('바뀐 것은 없어요');
    expect(lines(wrong.card).get('다시 적기')).toBe(when);
    expect(await stored()).toBeUndefined();
    const right = await press(card, '시간 바꾸기', { ...valuesOf(formOf(when)), time: '13:00' });
    expect(words(right)).toMatch(/시작했어요[\s\S]*11월 20일 \(금\) 13:00/);
  });

  it('says what is wrong with a channel where nothing can be posted, and stores nothing', async () => {
    world.door.closed.set('secret', 'forbidden').set('nowhere', 'gone');
    expect(words(await say('setup channel:#nowhere'))).toContain('"nowhere" 채널을 찾을 수 없어요');
    expect(words(await say('setup channel:#secret time:08:00'))).toContain('메시지 보내기');
    expect(await world.store.workspaceSubscriptions('test', 'team')).toEqual([]);
  });

  it('pauses until a date, until somebody resumes, and starts again', async () => {
    const { card } = await say('setup time:18:00');
    expect((await stored())?.nextDueAt).toBe(Date.parse('2026-11-20T09:00:00Z'));
    const paused = await press(card, '잠시 멈추기', { until: '12/24' });
    expect(words(paused)).toMatch(/12월 24일 \(목\) 18:00 · 12월 24일 \(목\)부터 다시/);
    const resumed = await press(paused.card, '다시 시작');
    expect(words(resumed)).toContain('11월 20일 (금) 18:00');
    const halted = await press(resumed.card, '잠시 멈추기', { until: '' });
    expect(words(halted)).toContain('다시 시작할 때까지');
    expect(await world.store.dueSubscriptions(Number.MAX_SAFE_INTEGER)).toEqual([]);
    // Other settings can be changed meanwhile; that does not start it.
    expect((await say('setup time:08:00')).card.tone).toBe('good');
    expect((await stored())?.paused).toBe(true);
    world.door.closed.set('daily', 'forbidden');
    expect(words(await press(halted.card, '다시 시작'))).toContain('메시지 보내기');
    world.door.closed.clear();
    expect(words(await press(halted.card, '다시 시작'))).toContain('11월 23일 (월) 08:00');
  });

  it('skips dates and takes them back; dates that are over stay stored and are not shown', async () => {
    const { card } = await say('setup days:매일');
    const skipped = await press(card, '하루 건너뛰기', { dates: '내일, 11/23' });
    expect(words(skipped)).toContain('11월 21일 (토), 11월 23일 (월)');
    expect(words(skipped)).toContain('11월 22일 (일) 09:00');
    const back = await press(skipped.card, '11월 23일 (월)');
    expect((await stored())?.skipDates).toEqual(['2026-11-21']);
    expect(words(back)).toContain('그날도 질문을 올릴게요');
    world.clock.at = Date.parse('2026-11-22T03:00:00Z');
    expect(words(await say('setup'))).not.toContain('11월 21일');
    expect((await stored())?.skipDates).toEqual(['2026-11-21']);
  });

  it('does not skip a date whose question has been asked', async () => {
    await say('setup time:18:00');
    const subscription = await stored();
    if (subscription === undefined) throw new Error('not subscribed');
    await claimPost(world.store, subscription, '2026-11-20', 'dropout-effect', subscription.nextDueAt);
    expect(words(await say('setup skip:오늘'))).toContain('이미 올라갔어요');
  });

  it('asks before it stops, deletes nothing, and can be started again', async () => {
    const { card } = await say('setup time:18:00 topics:numpy');
    const asked = await press(card, '그만 보내기');
    expect((await stored())?.paused).toBe(false);
    expect(words(asked)).toContain('그대로 남고');
    expect(words(await press(asked.card, '설정으로'))).toContain('11월 20일 (금) 18:00');
    const stopped = await press(asked.card, '그만 보내기');
    expect(words(stopped)).toContain('지운 것은 없어요');
    expect(await stored()).toMatchObject({ paused: true, topics: ['numpy'] });
    expect(words(await press(stopped.card, '다시 시작'))).toContain('11월 20일 (금) 18:00');
  });

  it('lists the channels of the server, each with its next question, and opens their panels', async () => {
    await say('setup', { channel: 'quiet' });
    await say('setup time:18:00', { channel: 'one' });
    await say('setup days:1 pause:on', { channel: 'two' });
    const list = await say('setup list', { channel: 'quiet' });
    expect(words(list)).toMatch(
      /채널 2개[\s\S]*1\. #one · 평일 18:00[\s\S]*11월 20일[\s\S]*2\. #two[\s\S]*멈춤/,
    );
    const line = [...lines(list.card)].find(([label]) => label.startsWith('2.'))?.[1] ?? '';
    expect(words(await say(line))).toContain('#two');
    expect(words(await press(list.card, '이 채널 설정'))).toContain('#quiet');
    expect(words(await say('setup list', { locale: 'en' }))).toContain('Channels with a daily question: 2');
  });

  it('shows two weeks with dates, questions, and the reasons why there are none', async () => {
    world.clock.at = Date.parse('2026-12-20T15:00:00Z'); // Monday 21 December, 00:00 in Seoul
    await say('setup holidays:kr skip:12/29 pause:12/23');
    const preview = words(await say('setup preview'));
    expect(preview).toMatch(/12월 21일 \(월\) {2}– 멈춘 동안\n12월 22일 \(화\) {2}– 멈춘 동안/);
    expect(preview).toMatch(/12월 25일 \(금\) {2}– 기독탄신일\(성탄절\)\n12월 26일 \(토\) {2}– 쉬는 요일/);
    expect(preview).toContain('12월 29일 (화)  – 건너뛰기로 한 날');
    expect(preview).toContain('1월 1일 (금)  – 1월 1일');
    const questions = [...realBank().questions.values()].map((one) => one.question.ko.slice(0, 20));
    const shown = preview.split('\n').filter((row) => questions.some((question) => row.includes(question)));
    expect(shown.map((row) => row.slice(0, 7))).toEqual([
      '12월 23일',
      '12월 24일',
      '12월 28일',
      '12월 30일',
      '12월 31일',
    ]);
    expect(new Set(shown.map((row) => row.slice(12))).size).toBe(shown.length);
    expect(words(await say('setup preview', { locale: 'en' }))).toContain('Fri 25 Dec  – Christmas Day');
  });

  it('says that a channel without a daily question has no preview, pause or end', async () => {
    for (const line of ['setup preview', 'setup resume', 'setup stop', 'setup unskip date:2026-12-25'])
      expect(words(await say(line)), line).toContain('아직 매일 질문이 없어요');
  });

  it('warns on the panel when few questions are left', async () => {
    const panel = words(await say('setup topics:data-structures'));
    expect(panel).toMatch(/아직 묻지 않은 질문이 \d+개뿐이에요/);
  });
});
