import type { Complaints } from './limits.ts';
import { type Fields, fieldsOf, isFields, listOf, textIn } from './shape.ts';

/** The structure of `rich_text` (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */

const INLINE = [
  'text',
  'link',
  'emoji',
  'channel',
  'user',
  'usergroup',
  'broadcast',
  'date',
  'color',
  'team',
];
const STYLES = ['bold', 'italic', 'strike', 'code', 'underline'];
const NEEDED: Readonly<Record<string, string>> = {
  text: 'text',
  link: 'url',
  emoji: 'name',
  channel: 'channel_id',
  user: 'user_id',
  usergroup: 'usergroup_id',
  broadcast: 'range',
  date: 'format',
  color: 'value',
  team: 'team_id',
};

function checkInline(one: Fields, where: string, complaints: Complaints, allowed: readonly string[]): void {
  const type = textIn(one, 'type');
  if (!allowed.includes(type)) {
    complaints.add(where, `element ${type} is not allowed here`);
    return;
  }
  const needed = NEEDED[type] ?? 'text';
  if (textIn(one, needed) === '') complaints.add(where, `${type} without ${needed}`);
  if (one.style !== undefined) {
    if (!isFields(one.style)) {
      complaints.add(where, 'style is no object');
      return;
    }
    for (const name of Object.keys(one.style))
      if (!STYLES.includes(name)) complaints.add(where, `unknown style ${name}`);
    if (type === 'text' && Object.keys(one.style).length === 0) complaints.add(where, 'an empty style');
  }
}

function checkInlines(part: Fields, where: string, complaints: Complaints, allowed = INLINE): void {
  const inside = listOf(part.elements);
  if (!Array.isArray(part.elements)) complaints.add(where, 'elements are missing');
  inside.forEach((one, index) => {
    checkInline(one, `${where}/elements/${index}`, complaints, allowed);
  });
}

function checkPart(part: Fields, where: string, complaints: Complaints): void {
  switch (textIn(part, 'type')) {
    case 'rich_text_section':
    case 'rich_text_quote': {
      checkInlines(part, where, complaints);
      return;
    }
    case 'rich_text_preformatted': {
      checkInlines(part, where, complaints, ['text', 'link']);
      return;
    }
    case 'rich_text_list':
      if (!['bullet', 'ordered'].includes(textIn(part, 'style')))
        complaints.add(where, 'a list without style');
      if (listOf(part.elements).length === 0) complaints.add(where, 'an empty list');
      listOf(part.elements).forEach((one, index) => {
        const inside = `${where}/elements/${index}`;
        if (textIn(one, 'type') !== 'rich_text_section') complaints.add(inside, 'only sections in a list');
        checkInlines(one, inside, complaints);
      });
      break;
    default:
      complaints.add(where, `unknown part of rich text: ${textIn(part, 'type')}`);
  }
}

export function checkRichText(block: Fields, where: string, complaints: Complaints): void {
  const parts = listOf(block.elements);
  if (parts.length === 0) complaints.add(where, 'empty rich text');
  parts.forEach((part, index) => {
    checkPart(part, `${where}/elements/${index}`, complaints);
  });
}

/** The text of rich text as people read it, a line a part. */
export function richText(block: Fields): string {
  const inline = (one: Fields): string => {
    const type = textIn(one, 'type');
    if (type === 'link') return textIn(one, 'text') || textIn(one, 'url');
    if (type === 'emoji') return `:${textIn(one, 'name')}:`;
    if (type === 'user') return `<@${textIn(one, 'user_id')}>`;
    if (type === 'broadcast') return `<!${textIn(one, 'range')}>`;
    return textIn(one, 'text') || textIn(one, 'fallback');
  };
  const part = (one: Fields): string =>
    textIn(one, 'type') === 'rich_text_list'
      ? listOf(one.elements).map(part).join('\n')
      : listOf(one.elements).map(inline).join('');
  return listOf(fieldsOf(block).elements).map(part).join('\n');
}
