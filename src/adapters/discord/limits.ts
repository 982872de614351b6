/** What Discord takes. "docs: x/y" is the page developers/x/y of docs.discord.com. */

/** Components of a message, nested ones counted (docs: components/reference). */
export const MAX_COMPONENTS = 40;
/** Characters over all text displays of a message (docs: components/reference#text-display). */
export const MAX_CHARACTERS = 4000;
/**
 * UTF-8 bytes over all text displays, 12 more for each: above about 10,170 the API answers 500
 * (discord-api-docs issue 8554). Hangul has three bytes a syllable, so this is met long before 4,000 characters.
 */
export const MAX_BYTES = 10_000;
export const BYTES_PER_DISPLAY = 12;
/** Attachments of a message (docs: resources/message). */
export const MAX_FILES = 10;
/** Alternative text of an attachment (docs: resources/message#attachment-object). */
export const MAX_ALT_TEXT = 1024;
/** Buttons in an action row (docs: components/reference#action-row). */
export const ROW_BUTTONS = 5;
/** docs: components/reference#string-select. */
export const MAX_MENU_ITEMS = 25;
export const MAX_ITEM_TEXT = 100;
export const MAX_PLACEHOLDER = 150;
/** docs: components/reference#button. */
export const MAX_BUTTON_LABEL = 80;
export const MAX_BUTTON_URL = 512;
/** A modal (docs: interactions/receiving-and-responding, components/reference#label, #text-input). */
export const MAX_MODAL_TITLE = 45;
export const MAX_MODAL_PARTS = 5;
export const MAX_FIELD_LABEL = 45;
export const MAX_FIELD_HINT = 100;
export const MAX_FIELD_VALUE = 4000;
/** Commands (docs: interactions/application-commands). */
export const MAX_COMMAND_TEXT = 100;
export const MAX_CHOICES = 25;
export const MAX_CHOICE_TEXT = 100;
export const MAX_STRING_OPTION = 6000;
/** docs: resources/message#create-message. */
export const MAX_NONCE = 25;
/** docs: resources/channel#start-thread-from-message. */
export const MAX_THREAD_NAME = 100;
/** Messages of a page of a channel's history, and how many pages are looked through for a post that was cut off. */
export const HISTORY_PAGE = 100;
export const HISTORY_PAGES = 20;
/** An interaction's token is good for 15 minutes (docs: interactions/receiving-and-responding). */
export const REMEMBERED_INTERACTIONS = 1000;
