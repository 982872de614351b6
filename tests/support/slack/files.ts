import { randomUUID } from 'node:crypto';
import type { Call } from './call.ts';
import { listOf, textIn } from './shape.ts';
import { type Result, refusal, type SlackState } from './state.ts';

/** Uploads in three steps: ask for an address, send the bytes there, say that it is done (methods/files.getUploadURLExternal). */

export function getUploadUrl({ args, workspace, state, url, method }: Call): Result {
  const name = textIn(args, 'filename');
  const length = Number(textIn(args, 'length'));
  if (name === '' || !(length > 0)) return refusal('invalid_arguments');
  // The page names alt_txt; version 8 of the client sends alt_text.
  const alt = textIn(args, 'alt_txt') || textIn(args, 'alt_text');
  if (alt === '' && /\.(?:png|jpe?g|gif)$/.test(name))
    state.violation(method, `${name} has no description for screen readers`);
  if ([...alt].length > 1000) state.violation(method, `a description of ${[...alt].length} characters`);
  const id = `F${randomUUID().slice(0, 8).toUpperCase()}`;
  workspace.files.set(id, {
    id,
    name,
    alt,
    length,
    bytes: undefined,
    complete: false,
    unready: state.fileLag,
  });
  return { ok: true, file_id: id, upload_url: `${url}/upload/${workspace.id}/${id}` };
}

/** The bytes arrive; false: there is no such address, or the length is another. */
export function receiveFile(state: SlackState, path: string, bytes: Uint8Array): boolean {
  const [team = '', id = ''] = path.split('/');
  const file = state.workspaces.get(team)?.files.get(id);
  if (file === undefined) return false;
  if (file.length !== bytes.length)
    state.violation('upload', `${file.name}: ${file.length} bytes announced, ${bytes.length} sent`);
  file.bytes = bytes;
  return true;
}

export function completeUpload({ args, workspace }: Call): Result {
  const files = listOf(args.files).map((one) => workspace.files.get(textIn(one, 'id')));
  if (files.length === 0 || files.some((one) => one?.bytes === undefined)) return refusal('file_not_found');
  for (const file of files) if (file !== undefined) file.complete = true;
  const channel = workspace.channels.get(textIn(args, 'channel_id'));
  // With a channel the upload is a message of its own.
  if (channel !== undefined)
    workspace.add(channel, { text: textIn(args, 'initial_comment'), files: files.map((one) => one?.id) });
  return { ok: true, files: files.map((one) => ({ id: one?.id, title: one?.name, mimetype: 'image/png' })) };
}
