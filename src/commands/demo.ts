import type { Lookup } from '../bank/lookup.ts';
import { card, controls, menu, text } from '../cards/build.ts';
import type { Card } from '../cards/card.ts';
import { code } from '../cards/inline.ts';
import { memberKey } from '../core/call.ts';
import { type Command, type Context, defineCommand } from '../core/command.ts';
import { writeLine } from '../core/line.ts';
import { textOption } from '../core/option.ts';
import { readAssignments } from '../core/parameter.ts';
import type { DemoEntry } from '../core/ports.ts';
import { demoCard, shortLabel } from './demo-card.ts';

/** Long enough for 200 numbers. */
const MAX_PARAMS = 3000;

interface Family {
  readonly id: string;
  readonly title: DemoEntry['familyTitle'];
  readonly demos: readonly DemoEntry[];
}

function familiesOf(demos: readonly DemoEntry[]): Family[] {
  const families = new Map<string, Family & { readonly demos: DemoEntry[] }>();
  for (const demo of demos) {
    const known = families.get(demo.family);
    if (known === undefined)
      families.set(demo.family, { id: demo.family, title: demo.familyTitle, demos: [demo] });
    else known.demos.push(demo);
  }
  return [...families.values()];
}

/** All families, with a menu to look into one. */
function overview({ work, locale, t }: Context): Card {
  const families = familiesOf(work.demos);
  return card(
    'neutral',
    t('demo.list-title'),
    text(t('demo.list-about')),
    {
      kind: 'fields',
      fields: families.map((family) => ({
        label: family.title[locale],
        value: t('demo.family-count', { count: family.demos.length }),
      })),
    },
    controls(
      menu(
        t('demo.list-menu'),
        families.map((family) => ({
          label: family.title[locale],
          line: writeLine('demos', { family: family.id }),
        })),
      ),
    ),
  );
}

async function show(name: string, params: string | undefined, context: Context): Promise<Card> {
  const { work, from, bank, locale, t } = context;
  const given = params === undefined ? {} : readAssignments(params);
  const run = await work.demo({ id: name, given, locale }, memberKey(from));
  return demoCard(run, bank, locale, t);
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll(/[\s_·-]+/g, '');
}

interface Wanted {
  readonly id: string;
  readonly params: string | undefined;
}

/**
 * An id as it stands; otherwise the best demo whose name contains what was typed (소프트맥스 -> softmax), the words after it
 * included where they assign nothing. A mistyped name stays as it is: it is refused with the nearest ones.
 */
function wantedOf(
  name: string,
  params: string | undefined,
  lookup: Lookup,
  { work, locale }: Context,
): Wanted {
  const id = name.trim().toLowerCase();
  if (work.demos.some((demo) => demo.id === id)) return { id, params };
  const whole = params === undefined || params.includes('=') ? name : `${name} ${params}`;
  const [best] = lookup.search(whole, locale, 1, ['demo']);
  const found = work.demos.find((demo) => demo.id === best?.id);
  const names = found === undefined ? [] : [found.id, found.title.ko, found.title.en];
  const literal = names.some((one) => plain(one).includes(plain(whole)));
  return {
    id: literal && found !== undefined ? found.id : whole,
    params: whole === name ? params : undefined,
  };
}

const NAME = { ko: '데모 이름', en: 'Name of a demo' };
const PARAMS = { ko: '매개변수: lr=0.1 steps=50', en: 'Parameters: lr=0.1 steps=50' };

export function demoCommands(lookup: Lookup): readonly Command[] {
  const demo = defineCommand({
    name: 'demo',
    aliases: ['데모'],
    summary: { ko: '숫자 데모를 돌려 그림으로 보여 줘요', en: 'Runs a small numeric demo and draws it' },
    options: {
      name: textOption(NAME, false, { max: 64, completion: 'demo' }),
      params: textOption(PARAMS, false, { max: MAX_PARAMS, rest: true }),
    },
    mode: 'channel',
    listed: true,
    examples: ['demo', 'demo softmax', 'demo gradient-descent lr=0.9 steps=30'],
    async run({ name, params }, context) {
      if (name === undefined) return overview(context);
      const wanted = wantedOf(name, params, lookup, context);
      return show(wanted.id, wanted.params, context);
    },
  });

  /** The same demo with something changed, in place of the card that the menu stands on. */
  const again = defineCommand({
    name: 'demo-again',
    aliases: [],
    summary: { ko: '값을 바꿔 다시 돌려요', en: 'Runs a demo again with other values' },
    options: {
      name: textOption(NAME, true, { max: 64 }),
      params: textOption(PARAMS, false, { max: MAX_PARAMS, rest: true }),
    },
    mode: 'replace',
    listed: false,
    examples: ['demo-again name:softmax params:"temperature=2"'],
    run: ({ name, params }, context) => show(name, params, context),
  });

  const demos = defineCommand({
    name: 'demos',
    aliases: [],
    summary: { ko: '한 갈래의 데모를 보여 줘요', en: 'Lists the demos of a family' },
    options: { family: textOption({ ko: '갈래', en: 'Family' }, true, { max: 40 }) },
    mode: 'replace',
    listed: false,
    examples: ['demos family:activation'],
    async run({ family }, context) {
      const { work, locale, t } = context;
      const found = familiesOf(work.demos).find((one) => one.id === family);
      if (found === undefined) return overview(context);
      return card(
        'neutral',
        found.title[locale],
        ...found.demos.map((one) => text(code(one.id), ` ${one.title[locale]}`)),
        controls(
          menu(
            t('demo.list-run'),
            found.demos.map((one) => ({
              label: shortLabel(one.title[locale]),
              line: writeLine('demo-again', { name: one.id }),
            })),
          ),
        ),
      );
    },
  });
  return [demo, again, demos];
}
