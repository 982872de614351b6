import { LOCALES, type Locale } from '../../cards/inline.ts';
import { Icon } from './icons.tsx';
import type { PageProps } from './props.ts';
import { THEMES, type Theme } from './session.ts';
import type { PlaygroundChannel, PlaygroundMember } from './settings.ts';
import { type Words, wordsOf } from './words.ts';

/** Where I am, who I am, and how the page looks. Plain links, so that a tab is a place and a person. */

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { ko: '한국어', en: 'English' };

export function pathOf(channel: PlaygroundChannel, member: PlaygroundMember): string {
  return `/c/${encodeURIComponent(channel.id)}?as=${encodeURIComponent(member.id)}`;
}

function Channels({ channels, channel, member, words }: PageProps & { words: Words }) {
  return (
    <nav aria-labelledby="channels-title">
      <h2 id="channels-title">{words('side.channels')}</h2>
      <ul>
        {channels.map((one) => (
          <li>
            <a
              href={pathOf(one, member)}
              aria-current={one.id === channel.id ? 'page' : undefined}
              data-channel={one.id}
            >
              <span class="sigil" aria-hidden="true">
                #
              </span>
              <span class="name">{one.name}</span>
              <span class="unread" hidden>
                <span class="unseen">{words('side.unread')}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Members({ members, channel, member, words }: PageProps & { words: Words }) {
  return (
    <nav aria-labelledby="members-title">
      <h2 id="members-title">{words('side.members')}</h2>
      <ul>
        {members.map((one) => (
          <li>
            <a href={pathOf(channel, one)} aria-current={one.id === member.id ? 'true' : undefined}>
              <span class="avatar" aria-hidden="true">
                {[...one.name][0] ?? ''}
              </span>
              <span class="name">{one.name}</span>
              {one.admin ? <span class="tag">{words('side.admin')}</span> : null}
              {one.id === member.id ? <Icon name="check" /> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SwitchProps<V extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly lang?: string }[];
}

function Switch<V extends string>({ name, title, value, choices }: SwitchProps<V>) {
  return (
    <fieldset class="switch" data-setting={name}>
      <legend>{title}</legend>
      <div class="segments">
        {choices.map((choice) => (
          <label lang={choice.lang}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              autocomplete="off"
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Sidebar(props: PageProps) {
  const words = wordsOf(props.locale);
  const languages = LOCALES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }));
  const themes = THEMES.map((value: Theme) => ({ value, label: words(`theme.${value}`) }));
  return (
    <aside id="sidebar" aria-label={words('side.label')}>
      <header class="brand">
        <span class="avatar" aria-hidden="true">
          ∇
        </span>
        <span>
          <strong>dailygrad</strong>
          <small>{words('side.tagline')}</small>
        </span>
        <button type="button" class="quiet" data-drawer="close" aria-label={words('side.close')}>
          <Icon name="close" />
        </button>
      </header>
      <div class="lists">
        <Channels {...props} words={words} />
        <Members {...props} words={words} />
      </div>
      <div class="settings">
        <Switch name="locale" title={words('side.language')} value={props.locale} choices={languages} />
        <Switch name="theme" title={words('side.theme')} value={props.theme} choices={themes} />
      </div>
    </aside>
  );
}
