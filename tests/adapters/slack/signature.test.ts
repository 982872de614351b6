import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Signing } from '../../support/slack/delivery.ts';
import { openDoor, type SlackDoor } from '../../support/slack/door.ts';
import { BOT_USER, MINSEO } from '../../support/slack/people.ts';
import { textOf, until } from '../../support/slack/reading.ts';
import { GOOD_ANSWER } from '../../support/world.ts';

/** Requests that Slack did not send, or not now. */

let door: SlackDoor;
beforeEach(async () => {
  door = await openDoor('HTTP');
});
afterEach(() => door.close());

const WRONG: readonly (readonly [string, Signing])[] = [
  ['a signature by another secret', { secret: 'another' }],
  ['a request of six minutes ago', { shift: -360 }],
  ['no signature', { signed: false }],
];

describe.each(WRONG)('%s', (_name, signing) => {
  it('is answered 401, and nothing is done', async () => {
    const { slack, hands, workspace } = door;
    const asked = hands.command(MINSEO, 'answer question:dropout-effect');
    await until(() => asked.view !== undefined, 'the form');
    if (asked.view === undefined) return;
    const calls = slack.state.calls.length;
    const stranger = slack.hands(undefined, signing);
    const tried = [
      stranger.command(MINSEO, 'leaderboard'),
      stranger.submit(MINSEO, asked.view, { answer: GOOD_ANSWER }),
      stranger.openHome(MINSEO),
      stranger.event({ type: 'tokens_revoked', tokens: { bot: [BOT_USER] } }),
    ];
    for (const one of tried) expect(await one.acknowledged).toMatchObject({ status: 401 });
    // A call that is right comes after them: all that they could have done would be there by its end.
    const stats = await door.answer(hands.command(MINSEO, 'me stats'));
    expect(textOf(stats.reply)).not.toContain('답 1번');
    expect(workspace.posted()).toEqual([]);
    expect(workspace.homes.size).toBe(0);
    expect(slack.state.calls.slice(calls).map((one) => one.method)).not.toContain('views.publish');
  });
});

it('answers the address check of Slack', async () => {
  const { slack } = door;
  const { byHttp } = await import('../../support/slack/delivery.ts');
  const check = { type: 'url_verification', challenge: 'say this', token: 'x' };
  const answer = await byHttp(slack.requestUrl ?? '')('events_api', check);
  expect(answer).toMatchObject({ status: 200, body: { challenge: 'say this' } });
});
