import type { Command } from '../core/command.ts';
import { defineCommand } from '../core/command.ts';
import { readChange } from './setup/change.ts';
import { setupPause, setupResume, setupSkip, setupUnskip } from './setup/dates.ts';
import { setupWhat, setupWhen } from './setup/forms.ts';
import { setupList } from './setup/list.ts';
import { CHANNEL, IN, SETTING_OPTIONS } from './setup/options.ts';
import { panelCard } from './setup/panel.ts';
import { setupPreview } from './setup/preview-card.ts';
import { save } from './setup/save.ts';
import { placeOf } from './setup/settings.ts';
import { setupStop } from './setup/stop.ts';

/** The daily question of a channel: one panel, and every setting as a typed option. */
const setup = defineCommand({
  name: 'setup',
  aliases: ['질문설정', '채널설정'],
  summary: { ko: '채널에 올라오는 매일 질문을 정해요', en: 'Sets up the daily question of a channel' },
  options: { channel: CHANNEL, ...SETTING_OPTIONS },
  mode: 'private',
  admin: true,
  listed: true,
  examples: ['setup', 'setup time:07:30 days:1-5 holidays:kr', 'setup skip:내일 language:ko'],
  async run({ channel, ...args }, context) {
    const place = placeOf(context, channel);
    if (Object.values(args).every((value) => value === undefined)) return panelCard(context, place);
    const current = await context.store.subscription(context.from.door, place);
    await save(context, place, await readChange(args, current, context));
    return panelCard(context, place, context.t(current === undefined ? 'setup.started' : 'setup.saved'));
  },
});

/** Subscribes a channel with what the panel shows. */
const setupStart = defineCommand({
  name: 'setup start',
  aliases: [],
  summary: { ko: '이 채널에 매일 질문을 시작해요', en: 'Starts the daily question in a channel' },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: [],
  async run({ in: channel }, context) {
    const place = placeOf(context, channel);
    await save(context, place, {});
    return panelCard(context, place, context.t('setup.started'));
  },
});

/** The panel in the place of another card. */
const setupPanel = defineCommand({
  name: 'setup panel',
  aliases: [],
  summary: { ko: '설정으로 돌아가요', en: 'Goes back to the panel' },
  options: { in: IN },
  mode: 'replace',
  admin: true,
  listed: false,
  examples: ['setup panel'],
  run: ({ in: channel }, context) => panelCard(context, placeOf(context, channel)),
});

export { setup };

export const setupParts: readonly Command[] = [
  setupStart,
  setupPanel,
  setupWhen,
  setupWhat,
  setupPause,
  setupResume,
  setupSkip,
  setupUnskip,
  setupPreview,
  setupList,
  setupStop,
];
