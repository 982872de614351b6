import type { Locale } from '../../cards/inline.ts';
import type { LoggedMessage } from '../../core/ports.ts';
import { Icon } from './icons.tsx';
import { CardView, languageOf } from './render.tsx';
import type { PlaygroundMember } from './settings.ts';
import { momentOf } from './times.ts';
import { wordsOf } from './words.ts';

/** One message of the log, as one reader sees it. */

export const BOT_NAME = 'dailygrad';

export interface Reader {
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

function Content({ message, locale }: { message: LoggedMessage; locale: Locale }) {
  if (message.card !== undefined) return <CardView card={message.card} locale={locale} />;
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
        <Content message={message} locale={reader.locale} />
      </div>
    </li>
  );
}
