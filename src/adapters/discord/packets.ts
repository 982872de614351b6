import { z } from 'zod';

/**
 * Events as they come from the wire, made whole before discord.js reads them: its structures take it for granted that fields are
 * there which a server of another version may leave out, and what they throw would end the process.
 */

const interaction = z.looseObject({
  channel_id: z.string().optional(),
  channel: z.unknown().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  member: z.looseObject({ user: z.looseObject({ id: z.string() }) }).optional(),
});

const packet = z.looseObject({ t: z.literal('INTERACTION_CREATE'), d: z.unknown() });

/** What a missing field stands for. */
function defaults({ channel_id: id }: z.infer<typeof interaction>): Readonly<Record<string, unknown>> {
  return {
    entitlements: [],
    authorizing_integration_owners: {},
    locale: 'en-US',
    ...(id === undefined ? {} : { channel: { id, type: 0 } }),
  };
}

/** Fills the event in place; false where nobody can be answered: it is not to be read at all. */
function complete(event: Record<string, unknown>): boolean {
  const read = interaction.safeParse(event);
  if (!read.success || (read.data.user ?? read.data.member) === undefined) return false;
  for (const [field, value] of Object.entries(defaults(read.data))) event[field] ??= value;
  return true;
}

/** For discord.js's event `raw`, which comes before it reads the packet. Says whether the packet can be read. */
export function makeWhole(raw: unknown): boolean {
  if (!packet.safeParse(raw).success) return true;
  const received = raw as { t: string | null; d: Record<string, unknown> };
  const whole = typeof received.d === 'object' && received.d !== null && complete(received.d);
  // Without its name discord.js passes it over.
  if (!whole) received.t = null;
  return whole;
}
