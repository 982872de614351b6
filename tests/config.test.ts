import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../src/config.ts';

describe('settings', () => {
  it('have defaults that start the playground', () => {
    expect(loadConfig({})).toMatchObject({
      DATABASE_PATH: 'data/dailygrad.db',
      PLAYGROUND_PORT: 3000,
      PLAYGROUND_HOST: '127.0.0.1',
      TZ_DEFAULT: 'Asia/Seoul',
      LANG_DEFAULT: 'ko',
      LOG_LEVEL: 'info',
    });
  });

  it('take an empty value for one that is not set', () => {
    expect(loadConfig({ PLAYGROUND_PORT: '', DISCORD_TOKEN: ' ' })).toMatchObject({ PLAYGROUND_PORT: 3000 });
  });

  it.each([
    ['PLAYGROUND_PORT', 'eighty', 'port'],
    ['PLAYGROUND_PORT', '70000', '65535'],
    ['PLAYGROUND_PORT', '3000.5', 'whole'],
    ['TZ_DEFAULT', 'Seoul', 'IANA'],
    ['LANG_DEFAULT', 'fr', 'ko or en'],
    ['LOG_LEVEL', 'loud', 'one of'],
    ['DISCORD_API_URL', 'not an address', 'address'],
    ['DISCORD_SHARDS', '0,1', 'DISCORD_SHARD_COUNT'],
    ['DISCORD_SHARDS', 'zero', 'numbers of shards'],
    ['DISCORD_SHARD_COUNT', '0', '1 or more'],
    ['SLACK_BOT_TOKEN', 'abc', 'xoxb-'],
    ['SLACK_APP_TOKEN', 'abc', 'xapp-'],
    ['SLACK_BOT_TOKEN', 'xoxb-1', 'SLACK_APP_TOKEN, or SLACK_PORT and SLACK_SIGNING_SECRET'],
    ['SLACK_PORT', '3001', 'SLACK_SIGNING_SECRET'],
    ['SLACK_TOKEN_KEY', 'c2hvcnQ=', '32 bytes'],
    ['SLACK_TOKEN_KEY', '???', 'base64'],
  ])('refuse %s=%s by its name and say what is expected', (name, value, expected) => {
    expect(() => loadConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => loadConfig({ [name]: value })).toThrow(new RegExp(`${name} .*${expected}`));
  });

  it('take all that several workspaces of Slack need, or nothing', () => {
    const all = {
      SLACK_PORT: '3001',
      SLACK_SIGNING_SECRET: 'secret',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 'secret',
      SLACK_STATE_SECRET: 'state',
      SLACK_TOKEN_KEY: Buffer.alloc(32, 7).toString('base64'),
    };
    expect(loadConfig(all).SLACK_TOKEN_KEY).toEqual(new Uint8Array(32).fill(7));
    expect(() => loadConfig({ ...all, SLACK_STATE_SECRET: '' })).toThrow(/SLACK_STATE_SECRET has to be set/);
    expect(() => loadConfig({ ...all, SLACK_PORT: '' })).toThrow(/SLACK_CLIENT_ID needs SLACK_PORT/);
  });

  it('name every wrong setting at once, and never a value', () => {
    try {
      loadConfig({ SLACK_BOT_TOKEN: 'my-secret-value', LANG_DEFAULT: 'fr' });
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain('SLACK_BOT_TOKEN');
      expect(String(error)).toContain('LANG_DEFAULT');
      expect(String(error)).not.toContain('my-secret-value');
    }
  });
});
