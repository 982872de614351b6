import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createSlack } from '../../../src/adapters/slack/index.ts';
import { card, text } from '../../../src/cards/build.ts';
import { CLIENT_ID, CLIENT_SECRET } from '../../support/slack/auth.ts';
import { freePort } from '../../support/slack/door.ts';
import { BOT_USER, MINSEO, OWNER, PEOPLE, SIGNING_SECRET } from '../../support/slack/people.ts';
import { textOf, until } from '../../support/slack/reading.ts';
import { LoopbackSlack } from '../../support/slack/server.ts';
import { Workspace } from '../../support/slack/workspace.ts';
import { makeWorld, type World } from '../../support/world.ts';

/** Two workspaces that install the app by themselves, as an admin does it in a browser. */

const FIRST = 'T0FIRST';
const SECOND = 'T0SECOND';
const KEY = new Uint8Array(32).fill(7);

describe('installing on several workspaces', () => {
  let slack: LoopbackSlack;
  let world: World;
  let adapter: Adapter;
  let base: string;

  function make(port: number, key = KEY): Adapter {
    return createSlack({
      apiUrl: slack.url,
      log: world.log,
      picture: async () => new Uint8Array(1),
      defaultLocale: 'ko',
      dailyPlaces: async () => [],
      http: { port, signingSecret: SIGNING_SECRET },
      oauth: {
        clientId: CLIENT_ID,
        clientSecret: CLIENT_SECRET,
        stateSecret: 'a state of our own',
        key,
        rows: world.store,
      },
    });
  }

  beforeEach(async () => {
    slack = new LoopbackSlack();
    await slack.start();
    for (const team of [FIRST, SECOND])
      slack.state.workspaces.set(team, new Workspace(team, PEOPLE, `C-${team}`));
    world = makeWorld();
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    slack.requestUrl = `${base}/slack/events`;
    adapter = make(port);
    await adapter.start(world.bot);
  });
  afterEach(async () => {
    await adapter.stop();
    await slack.stop();
    await world.close();
  });

  /** From the page that lists the app, by Slack's page of consent, back to ours. */
  async function install(team: string, change: { state?: string } = {}): Promise<Response> {
    const page = await fetch(`${base}/slack/install`, { redirect: 'manual' });
    const body = await page.text();
    const link = /href="(https:\/\/slack\.com\/oauth\/v2\/authorize[^"]+)"/.exec(body)?.[1] ?? '';
    const { searchParams } = new URL(link.replaceAll('&amp;', '&'));
    expect(searchParams.get('client_id')).toBe(CLIENT_ID);
    expect(searchParams.get('scope')).toContain('chat:write');
    const code = `code-${team}`;
    slack.state.codes.set(code, team);
    const cookie = (page.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    const query = new URLSearchParams({ code, state: change.state ?? searchParams.get('state') ?? '' });
    return fetch(`${base}/slack/oauth_redirect?${query}`, { headers: { cookie } });
  }

  function place(team: string) {
    return { workspace: team, channel: `C-${team}` };
  }

  async function help(team: string): Promise<string> {
    const asked = slack.hands(team).command(MINSEO, 'help', { channel: `C-${team}` });
    await until(() => asked.reply !== undefined, 'a reply');
    return textOf(asked.reply);
  }

  it('keeps the token of each, and answers and posts in both', async () => {
    for (const team of [FIRST, SECOND]) expect((await install(team)).status).toBe(200);
    expect(await world.store.installations('slack')).toEqual([FIRST, SECOND]);
    for (const team of [FIRST, SECOND]) {
      expect(await help(team)).toContain('/grad');
      await adapter.post(place(team), card('neutral', `Question of ${team}`, text('?')), `daily-${team}`);
      expect(slack.workspace(team).posted(`C-${team}`).map(textOf).join()).toContain(`Question of ${team}`);
    }
    expect(slack.violations).toEqual([]);
  });

  it('keeps no token in the database that can be read', async () => {
    await install(FIRST);
    const data = (await world.store.installation('slack', FIRST)) ?? '';
    expect(data).toMatch(/^v1\./);
    expect(data).not.toContain('xoxb');
    for (const file of [world.path, `${world.path}-wal`])
      expect(readFileSync(file).includes('xoxb-loopback-T0FIRST')).toBe(false);
  });

  it('tells the one who installed it where only an admin can help', async () => {
    await install(FIRST);
    await adapter.tellAdmin(place(FIRST), card('warn', 'Paused', text('The channel is gone.')), 'pause-1');
    expect(
      slack
        .workspace(FIRST)
        .directChat(OWNER.id)
        .messages.map((one) => textOf(one as never))
        .join(),
    ).toContain('The channel is gone.');
  });

  it.each([
    ['app_uninstalled', { type: 'app_uninstalled' }],
    ['tokens_revoked', { type: 'tokens_revoked', tokens: { bot: [BOT_USER] } }],
  ])('forgets a workspace after %s, and no other one', async (_name, event) => {
    await install(FIRST);
    await install(SECOND);
    await slack.hands(FIRST).event(event).acknowledged;
    await until(() => world.log.lines.some((one) => one.message.includes('removed the app')), 'the removal');
    expect(await world.store.installations('slack')).toEqual([SECOND]);
    await expect(adapter.post(place(FIRST), card('neutral', 'x'), 'key')).rejects.toMatchObject({
      reason: 'forbidden',
    });
    expect(await help(SECOND)).toContain('/grad');
  });

  it('keeps an installation when only the token of a person is revoked', async () => {
    await install(FIRST);
    await slack.hands(FIRST).event({ type: 'tokens_revoked', tokens: { oauth: [OWNER.id], bot: [] } })
      .acknowledged;
    expect(await help(FIRST)).toContain('/grad');
  });

  it('takes a new installation in the place of an old one', async () => {
    await install(FIRST);
    slack.state.revoke(`xoxb-loopback-${FIRST}`);
    await expect(adapter.check(place(FIRST))).rejects.toMatchObject({ reason: 'forbidden' });
    await install(FIRST);
    await adapter.check(place(FIRST));
    expect(await world.store.installations('slack')).toEqual([FIRST]);
  });

  it('refuses somebody who comes back with another state', async () => {
    const answer = await install(FIRST, { state: 'invented' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await world.store.installations('slack')).toEqual([]);
  });

  it('answers nothing in a workspace that never installed it', async () => {
    const asked = slack.hands(FIRST).command(MINSEO, 'help', { channel: `C-${FIRST}` });
    expect((await asked.acknowledged).status).toBe(200);
    expect(asked.reply).toBeUndefined();
  });

  it('says that a key is another one, and posts nothing', async () => {
    await install(FIRST);
    await adapter.stop();
    adapter = make(await freePort(), new Uint8Array(32).fill(8));
    await adapter.start(world.bot);
    await expect(adapter.post(place(FIRST), card('neutral', 'x'), 'key')).rejects.toThrow(/SLACK_TOKEN_KEY/);
    expect(slack.workspace(FIRST).posted(`C-${FIRST}`)).toEqual([]);
  });
});
