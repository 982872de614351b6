/** What the app may do, each with the methods that need it (reference/scopes); the manifest asks for these and no others. */
export const SCOPES: Readonly<Record<string, string>> = {
  commands: 'the slash command and the shortcuts',
  'chat:write': 'chat.postMessage, chat.update, chat.postEphemeral',
  'files:write': 'files.getUploadURLExternal, files.completeUploadExternal: pictures in messages',
  'channels:read': 'conversations.info, conversations.members in public channels',
  'groups:read': 'the same in private channels',
  'channels:history': 'conversations.history: whether a question was posted already',
  'groups:history': 'the same in private channels',
  'im:history': 'the same in the chat with one person',
  'im:write': 'conversations.open: telling one person something',
  'users:read': 'users.info, users.list: names, language, who is an admin',
};

export const SCOPE_NAMES: readonly string[] = Object.keys(SCOPES);

/** Events that Slack sends without being asked again. */
export const BOT_EVENTS: readonly string[] = ['app_home_opened', 'app_uninstalled', 'tokens_revoked'];
