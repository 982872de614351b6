/** The limits of PEERS 2.1, checked on every message, modal and list of commands that arrives. */

interface Component {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly content?: string;
  readonly placeholder?: string;
  readonly description?: string;
  readonly components?: readonly Component[];
  readonly component?: Component;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
}

export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[];
  readonly flags?: number;
  readonly components?: readonly Component[];
  readonly attachments?: readonly {
    readonly id: string;
    readonly filename?: string;
    readonly description?: string;
  }[];
  readonly allowed_mentions?: { readonly parse?: readonly string[] };
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
}

const V2 = 1 << 15;

function flatten(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [
    one,
    ...flatten(one.components ?? []),
    ...(one.component === undefined ? [] : flatten([one.component])),
  ]);
}

function within(faults: string[], what: string, value: number, min: number, max: number): void {
  if (value < min || value > max) faults.push(`${what}: ${value}, allowed ${min} to ${max}`);
}

function checkRow(row: Component, faults: string[]): void {
  const inside = row.components ?? [];
  const selects = inside.filter((one) => one.type === 3).length;
  if (selects > 0) within(faults, 'parts of a row with a select', inside.length, 1, 1);
  else within(faults, 'buttons of a row', inside.length, 1, 5);
}

function checkPart(one: Component, faults: string[]): void {
  if (one.type === 1) checkRow(one, faults);
  if (one.custom_id !== undefined) within(faults, 'custom_id', one.custom_id.length, 1, 100);
  if (one.type === 2) within(faults, 'button label', one.label?.length ?? 0, 1, 80);
  if (one.type === 2 && one.url !== undefined) within(faults, 'button url', one.url.length, 1, 512);
  if (one.type === 3) {
    within(faults, 'options of a select', one.options?.length ?? 0, 1, 25);
    within(faults, 'placeholder', one.placeholder?.length ?? 0, 0, 150);
    for (const option of one.options ?? []) {
      within(faults, 'option label', option.label.length, 1, 100);
      within(faults, 'option value', option.value.length, 1, 100);
    }
    const values = new Set(one.options?.map((option) => option.value));
    if (values.size !== (one.options?.length ?? 0)) faults.push('a select has the same value twice');
  }
  if (one.type === 12) within(faults, 'media', one.items?.length ?? 0, 1, 10);
}

export function messageFaults(body: MessageBody, fileNames: readonly string[]): string[] {
  const faults: string[] = [];
  const all = flatten(body.components ?? []);
  const v2 = ((body.flags ?? 0) & V2) !== 0;
  if (v2 && ((body.content ?? '') !== '' || (body.embeds?.length ?? 0) > 0))
    faults.push('content or embeds in V2');
  if (!v2 && all.some((one) => one.type > 8)) faults.push('components of V2 without the flag');
  if (all.length === 0 && (body.content ?? '') === '') faults.push('an empty message');
  within(faults, 'components', all.length, 0, 40);
  const texts = all.filter((one) => one.type === 10).map((one) => one.content ?? '');
  for (const text of texts) if (text.trim() === '') faults.push('an empty text display');
  within(
    faults,
    'characters',
    texts.reduce((sum, one) => sum + one.length, 0),
    0,
    4000,
  );
  const bytes = texts.reduce((sum, one) => sum + Buffer.byteLength(one) + 12, 0);
  within(faults, 'bytes', bytes, 0, 10_170);
  for (const one of all) checkPart(one, faults);
  const ids = all.flatMap((one) => (one.custom_id === undefined ? [] : [one.custom_id]));
  if (new Set(ids).size !== ids.length) faults.push('the same custom_id twice');
  within(faults, 'attachments', fileNames.length, 0, 10);
  const described = new Map(body.attachments?.map((one) => [one.filename, one.description]));
  // A file is known by its name; a picture says what is to be seen.
  for (const name of fileNames.filter((one) => one.endsWith('.png')))
    within(faults, `alt text of ${name}`, described.get(name)?.length ?? 0, 1, 1024);
  const shown = all.flatMap((one) => one.items ?? []).map((item) => item.media.url);
  for (const url of shown)
    if (!fileNames.includes(url.replace('attachment://', ''))) faults.push(`${url} was not sent along`);
  if (body.allowed_mentions?.parse?.length !== 0) faults.push('mentions are allowed');
  if (body.nonce !== undefined) within(faults, 'nonce', body.nonce.length, 1, 25);
  if (texts.some((one) => /@(?:everyone|here)/.test(one)))
    faults.push('a text reads like a mention of everybody');
  return faults;
}

export function modalFaults(modal: {
  custom_id: string;
  title: string;
  components: readonly Component[];
}): string[] {
  const faults: string[] = [];
  within(faults, 'modal custom_id', modal.custom_id.length, 1, 100);
  within(faults, 'modal title', modal.title.length, 1, 45);
  within(faults, 'modal parts', modal.components.length, 1, 5);
  for (const part of modal.components.filter((one) => one.type === 18)) {
    within(faults, 'label', part.label?.length ?? 0, 1, 45);
    within(faults, 'label description', part.description?.length ?? 0, 0, 100);
  }
  if (modal.components.some((one) => one.type === 1)) faults.push('action rows in modals are deprecated');
  return faults;
}

export interface CommandBody {
  readonly name: string;
  readonly type?: number;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly required?: boolean;
  readonly options?: readonly CommandBody[];
  readonly choices?: readonly {
    name: string;
    value: string;
    name_localizations?: Readonly<Record<string, string>>;
  }[];
}

/** The longest localization counts (docs: interactions/application-commands). */
function sizeOf(command: CommandBody): number {
  const longest = (own: string, others: Readonly<Record<string, string>> = {}) =>
    Math.max(own.length, ...Object.values(others).map((one) => one.length));
  return (
    command.name.length +
    longest(command.description ?? '', command.description_localizations) +
    (command.choices ?? []).reduce(
      (sum, one) => sum + longest(one.name, one.name_localizations) + one.value.length,
      0,
    ) +
    (command.options ?? []).reduce((sum, one) => sum + sizeOf(one), 0)
  );
}

function partFaults(part: CommandBody, faults: string[]): void {
  if (!/^[-_'\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(part.name)) faults.push(`name ${part.name}`);
  within(faults, `description of ${part.name}`, part.description?.length ?? 0, 1, 100);
  within(faults, `options of ${part.name}`, part.options?.length ?? 0, 0, 25);
  within(faults, `choices of ${part.name}`, part.choices?.length ?? 0, 0, 25);
  const needed = (part.options ?? [])
    .filter((one) => (one.type ?? 0) > 2)
    .map((one) => one.required === true);
  if (needed.lastIndexOf(true) > needed.indexOf(false) && needed.includes(false))
    faults.push(`${part.name}: a required option after an optional one`);
  for (const option of part.options ?? []) partFaults(option, faults);
}

export function commandFaults(commands: readonly CommandBody[]): string[] {
  const faults: string[] = [];
  for (const command of commands) {
    if ((command.type ?? 1) === 1) partFaults(command, faults);
    else within(faults, 'name in a menu', command.name.length, 1, 32);
    within(faults, `size of ${command.name}`, sizeOf(command), 1, 8000);
  }
  const names = commands.map((one) => `${one.type ?? 1} ${one.name}`);
  if (new Set(names).size !== names.length) faults.push('the same command twice');
  within(faults, 'commands', commands.length, 0, 130);
  return faults;
}
