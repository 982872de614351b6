import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, MINSEO, SIGNING_SECRET } from '../../support/slack/people.ts';
import { labelsOf, picturesOf, textOf, until } from '../../support/slack/reading.ts';
import { LoopbackSlack } from '../../support/slack/server.ts';
import { limited } from '../../support/slack/trouble.ts';

/** The loopback Slack judged by the real Bolt: what it is to accept, and what to refuse. */

type Bolt = typeof import('@slack/bolt');
const { App, LogLevel } = createRequire(import.meta.url)('@slack/bolt') as Bolt;

const nothing = (): void => {};
const QUIET = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

let slack: LoopbackSlack;
let app: InstanceType<Bolt['App']>;

function makeApp(port?: number) {
  const clientOptions = { slackApiUrl: slack.url, retryConfig: { retries: 0 } };
  const common = { token: BOT_TOKEN, logLevel: LogLevel.ERROR, logger: QUIET, clientOptions };
  return port === undefined
    ? new App({ ...common, appToken: APP_TOKEN, socketMode: true, installerOptions: { clientOptions } })
    : new App({ ...common, signingSecret: SIGNING_SECRET, port });
}

const PLAIN = { unfurl_links: false, unfurl_media: false } as const;
const button = (label: string, value: string) => ({
  type: 'actions' as const,
  elements: [
    { type: 'button' as const, text: { type: 'plain_text' as const, text: label }, value, action_id: 'b0' },
  ],
});

beforeEach(async () => {
  slack = new LoopbackSlack();
  await slack.start();
});
afterEach(async () => {
  await app.stop().catch(() => {});
  await until(() => !slack.socket.isConnected, 'the end of the connection');
  await slack.stop();
});

describe('the loopback Slack over Socket Mode', () => {
  beforeEach(async () => {
    app = makeApp();
    await app.start();
  });

  it('takes a command, shows what is said in private, lets a button replace it, and a modal be sent', async () => {
    app.command('/grad', async ({ ack, respond, command }) => {
      await ack();
      await respond({ text: `you said ${command.text}`, blocks: [button('Again', 'line')] });
    });
    app.action('b0', async ({ ack, body, client }) => {
      await ack();
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views.open({
        trigger_id,
        view: {
          type: 'modal',
          callback_id: 'form',
          title: { type: 'plain_text', text: 'Answer' },
          submit: { type: 'plain_text', text: 'Send' },
          blocks: [
            {
              type: 'input',
              block_id: 'answer',
              label: { type: 'plain_text', text: 'Your answer' },
              element: { type: 'plain_text_input', action_id: 'answer' },
            },
          ],
        },
      });
    });
    app.view('form', async ({ ack, view, body, client }) => {
      await ack();
      const text = view.state.values.answer?.answer?.value ?? '';
      await client.chat.postEphemeral({ channel: CHANNEL, user: body.user.id, text: `got ${text}` });
    });
    const hands = slack.hands();
    const said = hands.command(MINSEO, 'today');
    await until(() => said.reply !== undefined, 'the reply');
    expect([textOf(said.reply), said.reply?.only]).toEqual(['', MINSEO.id]);
    expect(labelsOf(said.reply?.body ?? {})).toEqual(['Again']);
    if (said.reply === undefined) return;
    const pressed = hands.press(MINSEO, 'Again', said.reply);
    await until(() => pressed.view !== undefined, 'the modal');
    if (pressed.view === undefined) return;
    const sent = hands.submit(MINSEO, pressed.view, { answer: 'dropout' });
    await until(() => sent.reply !== undefined, 'the grade');
    expect(textOf(sent.reply)).toBe('got dropout');
    expect(pressed.view.open).toBe(false);
    expect(slack.violations).toEqual([]);
  });

  it('refuses what Slack refuses, and says what bots of this kind must not do', async () => {
    const post = (more: object) =>
      app.client.chat.postMessage({ channel: CHANNEL, text: 'x', ...PLAIN, ...more }).then(
        () => 'ok',
        (error: { data?: { error?: string } }) => error.data?.error,
      );
    const long = (length: number) => ({
      type: 'section',
      text: { type: 'plain_text', text: 'a'.repeat(length) },
    });
    expect(await post({ blocks: [long(3001)] })).toBe('invalid_blocks');
    expect(await post({ blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) })).toBe(
      'invalid_blocks',
    );
    expect(await post({ blocks: Array.from({ length: 5 }, () => long(2900)) })).toBe('msg_blocks_too_long');
    expect(await post({ blocks: [{ type: 'chart' }] })).toBe('invalid_blocks');
    expect(await post({ thread_ts: '1.1' })).toBe('thread_not_found');
    expect(await post({ channel: 'C0NOWHERE' })).toBe('channel_not_found');
    const before = slack.violations.length;
    expect(await post({ text: 'hello <!channel>' })).toBe('ok');
    expect(slack.violations.slice(before)).toEqual(['chat.postMessage: would ping: <!channel>']);
  });

  it('keeps metadata through an update and gives it to whom asks', async () => {
    const metadata = { event_type: 'daily', event_payload: { key: 'daily-1' } };
    const { ts } = await app.client.chat.postMessage({ channel: CHANNEL, text: 'x', ...PLAIN, metadata });
    await app.client.chat.update({ channel: CHANNEL, ts: ts ?? '', text: 'y' });
    const plain = await app.client.conversations.history({ channel: CHANNEL });
    expect(plain.messages?.[0]).not.toHaveProperty('metadata');
    const whole = await app.client.conversations.history({ channel: CHANNEL, include_all_metadata: true });
    expect(whole.messages?.[0]).toMatchObject({ text: 'y', metadata });
  });

  it('takes a picture in three steps, to be shown in a message once it is ready', async () => {
    slack.state.fileLag = 1;
    await app.client.filesUploadV2({ file: Buffer.from('png'), filename: 'a.png', alt_text: 'a curve' });
    const [id = ''] = slack.workspace().files.keys();
    const blocks = [{ type: 'image' as const, slack_file: { id }, alt_text: 'a curve' }];
    const show = () => app.client.chat.postMessage({ channel: CHANNEL, text: 'x', ...PLAIN, blocks });
    await expect(show()).rejects.toThrow('invalid_blocks');
    await show();
    expect(
      slack
        .workspace()
        .posted()
        .map((one) => picturesOf(one)),
    ).toEqual([[id]]);
    expect(slack.violations).toEqual([]);
  });

  it('makes trouble as it is told', async () => {
    const post = () => app.client.chat.postMessage({ channel: CHANNEL, text: 'x', ...PLAIN });
    const answer = { connection: 'cut after' } as const;
    slack.trouble.push({ method: 'chat.postMessage', answer, times: 1 });
    await expect(post()).rejects.toThrow();
    expect(slack.workspace().posted()).toHaveLength(1);
    slack.trouble.push({ method: 'chat.postMessage', answer: { status: 503 }, times: 1 });
    await expect(post()).rejects.toThrow('503');
    slack.trouble.push({ method: 'chat.postMessage', answer: 'is_archived', times: 1 });
    await expect(post()).rejects.toThrow('is_archived');
    slack.trouble.push({ method: 'auth.test', answer: limited(1), times: 1 });
    await expect(app.client.auth.test()).rejects.toThrow('rate limit');
    slack.state.revoke();
    await expect(post()).rejects.toThrow('token_revoked');
  });

  it('connects again when it is asked to', async () => {
    app.command('/grad', ({ ack }) => ack());
    slack.socket.askToReconnect();
    await until(() => slack.socket.connections === 2, 'the second connection', 15_000);
    expect(await slack.hands().command(MINSEO, 'help').acknowledged).toMatchObject({ status: 200 });
  });
});

describe('the loopback Slack over HTTP', () => {
  it('signs what it sends', async () => {
    app = makeApp(0);
    app.command('/grad', async ({ ack }) => ack({ text: 'at once' }));
    const server = (await app.start(0)) as { address(): unknown };
    const { port } = server.address() as { port: number };
    slack.requestUrl = `http://127.0.0.1:${port}/slack/events`;
    const said = slack.hands().command(MINSEO, 'help');
    expect(await said.acknowledged).toMatchObject({ status: 200 });
    expect(textOf(said.reply)).toBe('at once');
    for (const signing of [{ secret: 'another' }, { shift: -400 }, { signed: false }]) {
      const refused = slack.hands(undefined, signing).command(MINSEO, 'help');
      expect(await refused.acknowledged).toMatchObject({ status: 401 });
    }
  });
});
