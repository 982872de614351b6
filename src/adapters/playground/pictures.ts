import { createHash } from 'node:crypto';
import type { Block } from '../../cards/card.ts';
import type { Chart } from '../../charts/model.ts';
import type { LoggedMessage } from '../../core/ports.ts';

/** Addresses of the pictures and files in cards: whose message, which block, and what is drawn, so that a browser may keep them. */

interface Reader {
  readonly id: string;
}

function fingerprint(chart: Chart): string {
  return createHash('sha1').update(JSON.stringify(chart)).digest('base64url').slice(0, 12);
}

/** The chart in the n-th block of a message's card. */
export function chartOf(message: LoggedMessage, block: number): Chart | undefined {
  const found = message.card?.blocks[block];
  return found?.kind === 'chart' ? found.chart : undefined;
}

/** The file in the n-th block of a message's card. */
export function fileOf(message: LoggedMessage, block: number): Extract<Block, { kind: 'file' }> | undefined {
  const found = message.card?.blocks[block];
  return found?.kind === 'file' ? found : undefined;
}

export function pictureAddress(message: LoggedMessage, reader: Reader): (block: number) => string {
  return (block) => {
    const query = new URLSearchParams({ channel: message.channel, member: reader.id });
    if (fileOf(message, block) !== undefined) return `/files/${message.id}/${block}?${query}`;
    const chart = chartOf(message, block);
    if (chart === undefined) return '';
    return `/pictures/${message.id}/${block}/${fingerprint(chart)}.png?${query}`;
  };
}
