import { isFields, textIn } from './shape.ts';

/** Words that would ring somebody's bell: nothing that a bot of this kind may ever send. */

const IN_MARKUP = /<!(?:channel|here|everyone|subteam\^[^>]+)(?:\|[^>]*)?>|<@[UW][^>]*>/;
const IN_RICH_TEXT = ['user', 'usergroup', 'broadcast'];

function inside(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const one of value) inside(one, found);
  if (!isFields(value)) return;
  const type = textIn(value, 'type');
  if (IN_RICH_TEXT.includes(type)) found.push(JSON.stringify(value));
  const markup = type === 'mrkdwn' || type === 'markdown' ? textIn(value, 'text').match(IN_MARKUP) : null;
  if (markup !== null) found.push(markup[0]);
  for (const one of Object.values(value)) inside(one, found);
}

/** All that pings in a message's blocks and fallback text. */
export function pingsOf(body: Readonly<Record<string, unknown>>): string[] {
  const found: string[] = [];
  inside(body.blocks, found);
  inside(body.attachments, found);
  const fallback = textIn(body, 'text').match(IN_MARKUP);
  if (fallback !== null) found.push(fallback[0]);
  if (body.link_names === true || body.link_names === 'true' || body.parse === 'full')
    found.push('names are linked');
  return found;
}
