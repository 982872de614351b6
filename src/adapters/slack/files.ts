import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { types, webApi } from '@slack/bolt';
import type { Clients } from './clients.ts';
import { plain } from './controls.ts';
import { faultFields, isAboutFile } from './faults.ts';
import type { Document, Payload, Picture } from './render.ts';
import type { SlackSettings } from './settings.ts';

/**
 * Pictures shown inside a message: uploaded without a channel, so that no message of their own appears, and named in an image
 * block (reference/block-kit/blocks/image-block, `slack_file`).
 */

/** A payload whose pictures have been uploaded. */
export interface Ready {
  readonly blocks: types.KnownBlock[];
  readonly text: string;
  readonly documents: readonly Document[];
}

export interface Files {
  ready(team: string, payload: Payload): Promise<Ready>;
  /** A file to keep is a message of its own: only such a file can be opened by others. */
  share(team: string, documents: readonly Document[], channel: string, thread?: string): Promise<void>;
}

/** A fresh file takes Slack a moment; until then a message with it is refused. */
const PAUSES_MS = [400, 1200, 2500];
const MOST_KEPT = 500;

function isPicture(block: types.KnownBlock): block is types.ImageBlock {
  return block.type === 'image' && 'slack_file' in block;
}

function withWords(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  return blocks.map((one) => (isPicture(one) ? { type: 'context', elements: [plain(one.alt_text)] } : one));
}

/** Sends blocks, again after a pause where a picture is not ready, and at last with the picture's words in its place. */
export async function sendBlocks<T>(
  blocks: types.KnownBlock[],
  send: (blocks: types.KnownBlock[]) => Promise<T>,
): Promise<T> {
  if (!blocks.some(isPicture)) return send(blocks);
  for (const pause of PAUSES_MS) {
    try {
      return await send(blocks);
    } catch (error) {
      if (!isAboutFile(error)) throw error;
      await sleep(pause);
    }
  }
  return send(withWords(blocks));
}

type Completed = webApi.WebAPICallResult & {
  readonly files?: readonly { readonly files?: readonly { readonly id?: string }[] }[];
};

export function createFiles(clients: Clients, { picture, log }: SlackSettings): Files {
  /** The same picture in the same workspace is uploaded once. */
  const kept = new Map<string, string>();

  async function upload(team: string, { file, alt, chart }: Picture): Promise<string> {
    const png = Buffer.from(await picture(chart));
    const key = `${team} ${createHash('sha256').update(png).update(alt).digest('base64url')}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const client = await clients.get(team);
    const done = (await client.filesUploadV2({
      file: png,
      filename: file,
      title: file,
      alt_text: alt,
    })) as Completed;
    const id = done.files?.[0]?.files?.[0]?.id;
    if (id === undefined) throw new Error('Slack gave no id for a file');
    kept.set(key, id);
    const oldest = kept.keys().next().value;
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return id;
  }

  async function uploaded(team: string, one: Picture): Promise<string | undefined> {
    try {
      return await upload(team, one);
    } catch (error) {
      log.error({ ...faultFields(error), file: one.file }, 'a picture could not be drawn or uploaded');
      return undefined;
    }
  }

  return {
    async ready(team, { blocks, text, pictures, documents }) {
      const ids = await Promise.all(pictures.map((one) => uploaded(team, one)));
      const byBlock = new Map(pictures.map((one, index) => [one.block, ids[index]]));
      const filled = blocks.map((block, index): types.KnownBlock => {
        if (!isPicture(block)) return block;
        const id = byBlock.get(index);
        // A picture that could not be drawn leaves its words behind.
        if (id === undefined) return { type: 'context', elements: [plain(block.alt_text)] };
        return { type: 'image', slack_file: { id }, alt_text: block.alt_text };
      });
      return { blocks: filled, text, documents };
    },
    async share(team, documents, channel, thread) {
      const client = await clients.get(team);
      for (const { file, text } of documents) {
        const upload = { file: Buffer.from(text, 'utf8'), filename: file, title: file, alt_text: file };
        const at =
          thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
        await client.filesUploadV2({ ...upload, ...at });
      }
    },
  };
}
