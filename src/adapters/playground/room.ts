import type { Card } from '../../cards/card.ts';
import type { LoggedMessage, MessageLog } from '../../core/ports.ts';
import type { WireMessage } from './client/wire.ts';
import { Fault } from './fault.ts';
import type { Hub, Viewer } from './hub.ts';
import { SHOWN_MESSAGES } from './limits.ts';
import { Message } from './message.tsx';
import type { PlaygroundChannel, PlaygroundMember, PlaygroundSettings } from './settings.ts';

/** The chat itself: who and where there is, what has been said, and telling every open page. */

export interface Room {
  channel(id: string): PlaygroundChannel;
  member(id: string): PlaygroundMember;
  /** Appends a message once for each key. */
  append(message: Omit<LoggedMessage, 'id' | 'edited' | 'at'>): LoggedMessage;
  edit(id: number, card: Card): LoggedMessage | undefined;
  /** A message that this viewer may see in this channel. */
  visible(id: number, viewer: Viewer): LoggedMessage | undefined;
  find(channel: string, key: string): LoggedMessage | undefined;
  recent(viewer: Viewer): readonly LoggedMessage[];
  wire(message: LoggedMessage, viewer: Viewer): WireMessage;
}

function maySee(message: LoggedMessage, viewer: Viewer): boolean {
  return (
    message.channel === viewer.channel &&
    (message.privateTo === undefined || message.privateTo === viewer.member)
  );
}

function finder<T extends { readonly id: string }>(all: readonly T[], key: 'error.channel' | 'error.member') {
  const byId = new Map(all.map((one) => [one.id, one]));
  return (id: string): T => {
    const found = byId.get(id);
    if (found === undefined) throw new Fault(404, key, { id: id.slice(0, 40) });
    return found;
  };
}

export function createRoom(settings: PlaygroundSettings, hub: Hub): Room {
  const log: MessageLog = settings.messages;
  const members = new Map(settings.members.map((member) => [member.id, member]));

  function wire(message: LoggedMessage, viewer: Viewer): WireMessage {
    const author = members.get(message.author ?? '');
    const self = members.get(viewer.member);
    const reader = {
      id: viewer.member,
      name: self?.name ?? viewer.member,
      locale: viewer.locale,
      timeZone: self?.timeZone,
    };
    return { id: message.id, html: String(Message({ message, author, reader })) };
  }

  function announce(message: LoggedMessage, fresh: boolean): void {
    hub.publish((viewer) => {
      if (maySee(message, viewer)) return { name: 'message', data: wire(message, viewer) };
      const elsewhere = message.channel !== viewer.channel && message.privateTo === undefined;
      return elsewhere && fresh ? { name: 'unread', data: { channel: message.channel } } : undefined;
    });
  }

  return {
    channel: finder(settings.channels, 'error.channel'),
    member: finder(settings.members, 'error.member'),
    wire,
    append(message) {
      const known = message.key === undefined ? undefined : log.findByKey(message.channel, message.key);
      if (known !== undefined) return known;
      const appended = log.append({ ...message, at: settings.clock.now() });
      announce(appended, true);
      return appended;
    },
    edit(id, card) {
      const edited = log.edit(id, card);
      if (edited !== undefined) announce(edited, false);
      return edited;
    },
    visible(id, viewer) {
      const message = log.get(id);
      return message !== undefined && maySee(message, viewer) ? message : undefined;
    },
    find: (channel, key) => log.findByKey(channel, key),
    recent: (viewer) => log.recent(viewer.channel, viewer.member, SHOWN_MESSAGES),
  };
}
