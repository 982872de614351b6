import { and, desc, eq, isNull, or } from 'drizzle-orm';
import type { Card } from '../cards/card.ts';
import type { LoggedMessage, MessageLog } from '../core/ports.ts';
import type { Db } from './open.ts';
import { messages } from './schema.ts';

/** The door whose messages are kept here. */
export const LOG_DOOR = 'playground';

function toMessage(row: typeof messages.$inferSelect): LoggedMessage {
  return {
    id: row.id,
    channel: row.channel,
    at: row.at,
    edited: row.edited,
    ...(row.author === null ? {} : { author: row.author }),
    ...(row.privateTo === null ? {} : { privateTo: row.privateTo }),
    ...(row.text === null ? {} : { text: row.text }),
    // Written by `append` and `edit` alone, from a Card.
    ...(row.card === null ? {} : { card: row.card as Card }),
    ...(row.key === null ? {} : { key: row.key }),
  };
}

/** The messages of a door without a platform, in the same database as everything else. */
export function createMessageLog(db: Db): MessageLog {
  const findByKey = (channel: string, key: string): LoggedMessage | undefined => {
    const row = db
      .select()
      .from(messages)
      .where(and(eq(messages.channel, channel), eq(messages.key, key)))
      .get();
    return row === undefined ? undefined : toMessage(row);
  };
  return {
    append({ channel, author, privateTo, text, card, key, at }) {
      const known = key === undefined ? undefined : findByKey(channel, key);
      if (known !== undefined) return known;
      return toMessage(
        db.insert(messages).values({ channel, author, privateTo, text, card, key, at }).returning().get(),
      );
    },
    edit(id, card) {
      const row = db
        .update(messages)
        .set({ card, edited: true })
        .where(eq(messages.id, id))
        .returning()
        .get();
      return row === undefined ? undefined : toMessage(row);
    },
    get(id) {
      const row = db.select().from(messages).where(eq(messages.id, id)).get();
      return row === undefined ? undefined : toMessage(row);
    },
    findByKey,
    recent(channel, member, limit) {
      const visible = and(
        eq(messages.channel, channel),
        or(isNull(messages.privateTo), eq(messages.privateTo, member)),
      );
      return db
        .select()
        .from(messages)
        .where(visible)
        .orderBy(desc(messages.id))
        .limit(limit)
        .all()
        .reverse()
        .map(toMessage);
    },
  };
}
