import { raw } from 'hono/html';
import type { Locale } from '../../cards/inline.ts';
import type { Boot } from './client/wire.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { BOT_NAME } from './message.tsx';
import type { PageProps } from './props.ts';
import { pathOf, Sidebar } from './sidebar.tsx';
import { clientWords, type Words, wordsOf } from './words.ts';

/** The document. */

const STYLES = ['base', 'layout', 'chat', 'card', 'composer', 'dialog'];
const STARTERS = 4;

function Head({ title, words, scripts }: { title: string; words: Words; scripts: readonly string[] }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <meta name="description" content={words('page.description')} />
      <title>{title}</title>
      <link rel="icon" type="image/svg+xml" href="/assets/mark.svg" />
      {STYLES.map((name) => (
        <link rel="stylesheet" href={`/assets/${name}.css`} />
      ))}
      {scripts.map((address) => (
        <link rel="modulepreload" href={address} />
      ))}
      {/* Waits with the first paint: messages are grouped and scrolled by the script. */}
      {scripts.length === 0 ? null : <script type="module" src="/client/main.js" blocking="render" />}
    </head>
  );
}

/** Commands that need nothing more, to begin with. */
function Empty({ channel, commands, words }: PageProps & { words: Words }) {
  const starters = commands.filter((command) => command.options.every((option) => !option.required));
  return (
    <div class="empty">
      <span class="avatar emblem" aria-hidden="true">
        ∇
      </span>
      <h2>{words('empty.title', { channel: channel.name })}</h2>
      <p>{words('empty.text')}</p>
      <div class="starters">
        {starters.slice(0, STARTERS).map((command) => (
          <button type="button" class="starter" data-line={command.name}>
            <code>/{command.name}</code>
            <span>{command.summary}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function Bar({ channel, member, locale, words }: PageProps & { words: Words }) {
  return (
    <header class="bar">
      <button
        type="button"
        class="quiet"
        data-drawer="open"
        aria-expanded="false"
        aria-controls="sidebar"
        aria-label={words('side.open')}
      >
        <Icon name="menu" />
      </button>
      <h1>
        <span class="sigil" aria-hidden="true">
          #
        </span>
        {channel.name}
      </h1>
      <p>{channel.about[locale]}</p>
      <span class="avatar self" title={words('composer.as', { name: member.name })} aria-hidden="true">
        {[...member.name][0] ?? ''}
      </span>
    </header>
  );
}

function Log({ words, ...props }: PageProps & { words: Words }) {
  return (
    <div class="log-frame">
      <section
        id="log"
        role="log"
        aria-live="polite"
        tabindex={0}
        aria-label={words('log.label', { channel: props.channel.name })}
      >
        <Empty {...props} words={words} />
        <ol id="messages">{props.messages.map((message) => raw(message.html))}</ol>
      </section>
      <button type="button" class="jump" hidden>
        {words('log.new')}
        <Icon name="down" />
      </button>
    </div>
  );
}

/** Data, not a script: the policy of the page runs nothing that stands in the document. */
function BootData({ boot }: { boot: Boot }) {
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return <script type="application/json" id="boot" dangerouslySetInnerHTML={{ __html: json }} />;
}

function bootOf({ channel, member, locale, commands }: PageProps): Boot {
  const zone = member.timeZone === undefined ? {} : { timeZone: member.timeZone };
  const path = pathOf(channel, member);
  return {
    channel: channel.id,
    member: member.id,
    locale,
    path,
    ...zone,
    words: clientWords(locale),
    commands,
  };
}

export function Page(props: PageProps) {
  const words = wordsOf(props.locale);
  return (
    <html lang={props.locale} data-theme={props.theme}>
      <Head title={`#${props.channel.name} · ${BOT_NAME}`} words={words} scripts={props.scripts} />
      <body>
        <a class="skip" href="#line">
          {words('page.skip')}
        </a>
        <noscript>
          <p class="notice">{words('page.no-script')}</p>
        </noscript>
        <div class="app">
          <Sidebar {...props} />
          <div class="scrim" data-drawer="close" hidden />
          <main id="main">
            <Bar {...props} words={words} />
            <p class="lost" role="status" hidden>
              {words('log.lost')}
            </p>
            <Log {...props} words={words} />
            <Composer member={props.member} words={words} />
          </main>
        </div>
        <BootData boot={bootOf(props)} />
      </body>
    </html>
  );
}

export function MissingPage({ message, locale }: { message: string; locale: Locale }) {
  const words = wordsOf(locale);
  return (
    <html lang={locale} data-theme="system">
      <Head title={BOT_NAME} words={words} scripts={[]} />
      <body>
        <main class="missing">
          <span class="avatar emblem" aria-hidden="true">
            ∇
          </span>
          <h1>{message}</h1>
          <a href="/">{words('page.back')}</a>
        </main>
      </body>
    </html>
  );
}
