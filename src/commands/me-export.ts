import { card, marked, text } from '../cards/build.ts';
import { defineCommand } from '../core/command.ts';
import { memberToday } from './member-day.ts';

/** A name that every file system and platform takes; people whose name has no such letters get their id. */
function fileName(name: string, id: string, date: string): string {
  const word = (one: string): string =>
    one
      .normalize('NFKD')
      .replaceAll(/[^A-Za-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 32)
      .toLowerCase();
  return `dailygrad-${[word(name), word(id)].find((one) => one !== '') ?? 'me'}-${date}.json`;
}

export const meExport = defineCommand({
  name: 'me export',
  aliases: ['내데이터'],
  summary: { ko: '내 데이터를 모두 파일로 받아요', en: 'All your data as a file' },
  options: {},
  mode: 'private',
  listed: true,
  examples: ['me export'],
  async run(_args, context) {
    const { store, from, clock, t } = context;
    const member = await store.member(from);
    const today = await memberToday(context, member);
    const data = await store.exportOf(member);
    const { format, version, ...parts } = data;
    const written = { format, version, exportedAt: new Date(clock.now()).toISOString(), ...parts };
    return card(
      'neutral',
      t('export.title'),
      text(t('export.about', { answers: data.answers.length, days: data.activeDays.length })),
      {
        kind: 'file',
        name: fileName(member.name, from.member, today),
        mime: 'application/json',
        text: `${JSON.stringify(written, undefined, 2)}\n`,
      },
      marked('small', t('export.scope')),
    );
  },
});
