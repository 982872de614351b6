/** What Slack takes. "reference/x" is a page of docs.slack.dev. */

/** Blocks of a message, and of a modal or Home tab (reference/block-kit/blocks, reference/views). */
export const MAX_BLOCKS = 50;
export const MAX_VIEW_BLOCKS = 100;
/**
 * Characters over all blocks of a message: `msg_blocks_too_long` comes near 13,200 and is not documented (bolt-js issue 2509), so
 * there is room left.
 */
export const MAX_CHARACTERS = 12_000;
/** The words of a notification; more than 4,000 are not advised (reference/methods/chat.postMessage). */
export const MAX_FALLBACK = 2000;
/** reference/block-kit/blocks/header-block. */
export const MAX_TITLE = 150;
/** reference/block-kit/blocks/context-block: the text object of an element. */
export const MAX_SMALL = 2000;
/** reference/block-kit/blocks/image-block; files.getUploadURLExternal takes half of it. */
export const MAX_ALT_TEXT = 1000;
/** Every block's page of reference/block-kit/blocks. */
export const MAX_BLOCK_ID = 255;
/** reference/block-kit/blocks/actions-block. */
export const ROW_ITEMS = 25;
/** reference/block-kit/block-elements/button-element. */
export const MAX_BUTTON_LABEL = 75;
export const MAX_BUTTON_URL = 3000;
/** reference/block-kit/composition-objects/option-object. */
export const MAX_OPTION_TEXT = 75;
/** reference/block-kit/block-elements/select-menu-element. */
export const MAX_OPTIONS = 100;
export const MAX_PLACEHOLDER = 150;
/** A modal (reference/views/modal-views). */
export const MAX_MODAL_TITLE = 24;
/** reference/block-kit/blocks/input-block. */
export const MAX_FIELD_LABEL = 2000;
/** reference/block-kit/block-elements/plain-text-input-element. */
export const MAX_FIELD_VALUE = 3000;
/** The manifest (reference/app-manifest). */
export const MAX_SHORTCUTS = 10;
export const MAX_SHORTCUT_NAME = 24;
export const MAX_SHORTCUT_TEXT = 150;
/** Messages of a page of a channel's history, and how many pages are looked through for a post that was cut off. */
export const HISTORY_PAGE = 100;
export const HISTORY_PAGES = 5;
/** Deliveries that are known again. Slack repeats an event at once, after one minute and after five (apis/events-api). */
export const REMEMBERED_CALLS = 2000;
