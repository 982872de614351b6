import { Icon } from './icons.tsx';
import type { PlaygroundMember } from './settings.ts';
import type { Words } from './words.ts';

/** Where one writes: a text box that completes commands. */

function Hints({ member, words }: { member: PlaygroundMember; words: Words }) {
  return (
    <p class="hints">
      <span>{words('composer.as', { name: member.name })}</span>
      <span class="keys">
        <kbd>/</kbd> {words('composer.hint-commands')}
        <kbd>Enter</kbd> {words('composer.hint-send')}
        <kbd>Shift+Enter</kbd> {words('composer.hint-newline')}
      </span>
    </p>
  );
}

export function Composer({ member, words }: { member: PlaygroundMember; words: Words }) {
  return (
    <form class="composer" id="composer" novalidate>
      <div class="suggest" hidden>
        <p class="usage" aria-hidden="true" />
        <div id="suggestions" role="listbox" aria-label={words('suggest.label')} />
      </div>
      <p class="unseen" role="status" id="suggest-count" />
      <p class="notice" id="notice" role="alert" hidden />
      <div class="box">
        <button type="button" class="quiet slash" aria-label={words('composer.commands')}>
          <span aria-hidden="true">/</span>
        </button>
        <textarea
          id="line"
          rows={1}
          role="combobox"
          aria-label={words('composer.label')}
          aria-expanded="false"
          aria-controls="suggestions"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          placeholder={words('composer.placeholder')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="send"
        />
        <button type="submit" class="quiet send" aria-label={words('composer.send')}>
          <Icon name="send" />
        </button>
      </div>
      <Hints member={member} words={words} />
    </form>
  );
}
