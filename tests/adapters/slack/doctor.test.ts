import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resolveApi } from '../../../src/adapters/slack/clients.ts';
import { type Check, diagnose, type Examined } from '../../../src/adapters/slack/doctor.ts';
import { SCOPE_NAMES } from '../../../src/adapters/slack/scopes.ts';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, SIGNING_SECRET, TEAM } from '../../support/slack/people.ts';
import { LoopbackSlack } from '../../support/slack/server.ts';
import { SlackState } from '../../support/slack/state.ts';
import { memoryLog } from '../../support/world.ts';

/** What an operator is told before members meet it. */

const PLACES = [{ workspace: TEAM, channel: CHANNEL }];

describe('doctor on Slack', () => {
  let slack: LoopbackSlack;
  let examined: Examined;

  async function open(scopes?: readonly string[]): Promise<void> {
    slack = new LoopbackSlack(new SlackState(scopes));
    await slack.start();
    examined = { token: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.url, log: memoryLog() };
  }

  beforeEach(() => open());
  afterEach(() => slack.stop());

  function details(checks: readonly Check[]): Record<string, string> {
    return Object.fromEntries(checks.map(({ name, ok, detail }) => [name, `${ok ? 'ok' : 'no'}: ${detail}`]));
  }

  async function told(places = PLACES): Promise<Record<string, string>> {
    return details(await diagnose(examined, places));
  }

  it('finds all in order', async () => {
    const found = await told();
    expect(found).toMatchObject({
      token: 'ok: belongs to dailygrad in Study group',
      connection: 'ok: Socket Mode is on and can be opened',
      [`channel ${CHANNEL}`]: 'ok: #daily: the bot is in it',
    });
    expect(found['token scopes']).toContain(`ok: all ${SCOPE_NAMES.length}`);
    expect(slack.violations).toEqual([]);
  });

  it.each(SCOPE_NAMES)('names the scope %s where it is missing', async (scope) => {
    await slack.stop();
    await open(SCOPE_NAMES.filter((one) => one !== scope));
    expect((await told([]))['token scopes']).toContain(`no: missing ${scope}:`);
  });

  it('tells a refused token, and never repeats it', async () => {
    slack.state.revoke();
    const found = await told();
    expect(found.token).toContain('no: Slack refuses the token (token_revoked)');
    expect(JSON.stringify(found)).not.toContain(BOT_TOKEN);
  });

  it('tells a channel that was archived, that the bot is not in, and that is not there', async () => {
    const workspace = slack.workspace();
    const old = workspace.addChannel('C0OLD', 'old');
    old.archived = true;
    workspace.addChannel('C0OTHER', 'other', []);
    const channels = ['C0OLD', 'C0OTHER', 'C0GONE'];
    const found = await told(channels.map((channel) => ({ workspace: TEAM, channel })));
    expect(found['channel C0OLD']).toBe('no: #old: archived');
    expect(found['channel C0OTHER']).toContain('no: #other: the bot is not in it');
    expect(found['channel C0GONE']).toContain('no: not found');
  });

  it('says where requests go, and that a way in is missing', async () => {
    const { appToken: _appToken, ...without } = examined;
    examined = { ...without, http: { port: 3001, signingSecret: SIGNING_SECRET } };
    expect((await told()).requests).toContain('on port 3001');
    examined = without;
    expect((await told()).connection).toContain('no: neither SLACK_APP_TOKEN nor SLACK_PORT');
  });

  it('is told that Slack cannot be reached', async () => {
    examined = { ...examined, apiUrl: 'http://127.0.0.1:9/api' };
    const { token } = await told([]);
    expect(token).toMatch(/^no: /);
  });

  it('finds the API with and without its path', async () => {
    const { origin } = slack;
    for (const apiUrl of [`${origin}/api/`, `${origin}/api`, origin, `${origin}/`])
      expect(await resolveApi(apiUrl)).toBe(`${origin}/api/`);
    expect(await resolveApi(undefined)).toBeUndefined();
  });
});
