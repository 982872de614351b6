import type { Card } from '../../cards/card.ts';
import type { Locale } from '../../cards/inline.ts';
import type { LoggedMessage } from '../../core/ports.ts';
import { Icon } from './icons.tsx';
import { pictureAddress } from './pictures.ts';
import { CardView, languageOf } from './render.tsx';
import type { PlaygroundMember } from './settings.ts';
import { momentOf } from './times.ts';
import { wordsOf } from './words.ts';

/** One message of the log, as one reader sees it. */

export const BOT_NAME = 'dailygrad';

export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string | undefined;
}

export interface MessageProps {
  readonly message: LoggedMessage;
  /** Undefined: the bot. */
  readonly author: PlaygroundMember | undefined;
  readonly reader: Reader;
}

function Avatar({ name }: { name: string | undefined }) {
  return (
    <span class="avatar" aria-hidden="true">
      {name === undefined ? '∇' : ([...name][0] ?? '')}
    </span>
  );
}

/** A board that everybody sees marks each reader's own row, not that of the member who asked for it. */
function asSeenBy(card: Card, name: string): Card {
  const blocks = card.blocks.map((block) =>
    block.kind === 'board'
      ? { ...block, rows: block.rows.map((row) => ({ ...row, self: row.name === name })) }
      : block,
  );
  return { ...card, blocks };
}

function Content({ message, reader }: { message: LoggedMessage; reader: Reader }) {
  if (message.card !== undefined) {
    const card = message.privateTo === undefined ? asSeenBy(message.card, reader.name) : message.card;
    return <CardView card={card} locale={reader.locale} picture={pictureAddress(message, reader)} />;
  }
  const text = message.text ?? '';
  return (
    <p class="speech words" lang={languageOf(text)}>
      {text}
    </p>
  );
}

export function Message({ message, author, reader }: MessageProps) {
  const words = wordsOf(reader.locale);
  const moment = momentOf(message.at, reader.locale, reader.timeZone);
  const bot = message.author === undefined;
  const name = bot ? BOT_NAME : (author?.name ?? message.author ?? '');
  const own = message.privateTo !== undefined;
  return (
    <li
      class={`message ${bot ? 'from-bot' : 'from-member'}${own ? ' private' : ''}`}
      data-id={message.id}
      data-author={message.author ?? ''}
      data-at={message.at}
      data-day={moment.dayKey}
    >
      <p class="day">
        <span>{moment.day}</span>
      </p>
      <Avatar name={bot ? undefined : name} />
      <div class="byline">
        <strong>{name}</strong>
        {bot ? <span class="tag">{words('log.bot')}</span> : null}
        <time datetime={moment.iso}>{moment.time}</time>
        {own ? (
          <span class="whisper">
            <Icon name="lock" />
            {words('log.private')}
          </span>
        ) : null}
      </div>
      <div class="content">
        <Content message={message} reader={reader} />
      </div>
    </li>
  );
}
