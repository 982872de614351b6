import type { Doors } from '../core/ports.ts';
import type { Adapter } from './adapter.ts';

/** The adapters, as the core speaks through them. */
export function createDoors(adapters: ReadonlyMap<string, Adapter>): Doors {
  function adapter(door: string): Adapter {
    const found = adapters.get(door);
    if (found === undefined) throw new Error(`the door ${door} is not open`);
    return found;
  }
  return {
    post: async (door, place, card, key) => adapter(door).post(place, card, key),
    reply: async (door, place, ref, title, card, key) => adapter(door).reply(place, ref, title, card, key),
    check: async (door, place) => adapter(door).check(place),
    tellMember: async (door, workspace, member, card, key) =>
      adapter(door).tellMember(workspace, member, card, key),
  };
}
