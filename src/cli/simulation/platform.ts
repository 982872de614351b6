import type { Adapter } from '../../adapters/adapter.ts';
import type { Clock, Random } from '../../core/ports.ts';
import type { Store } from '../../core/store.ts';

/** A chat platform that keeps what is posted, and a process that can be killed. */

export const DOOR = 'simulated';

export interface Delivered {
  readonly channel: string;
  readonly key: string;
  readonly at: number;
}

/** Lost on the way there or back, or the process is killed on the way there or back. */
const FAULTS = ['lost before', 'lost after', 'killed before', 'killed after'] as const;

export interface Platform {
  readonly adapter: Adapter;
  readonly delivered: readonly Delivered[];
  /** Channels whose last attempt met a fault. */
  readonly faulty: ReadonlySet<string>;
  /** What a fault kills. */
  set onKill(kill: () => void);
  readonly faults: number;
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** `faultRate`: how many of a hundred attempts go wrong. */
export function createPlatform(clock: Clock, random: Random, faultRate: number): Platform {
  const delivered: Delivered[] = [];
  const refs = new Map<string, string>();
  const faulty = new Set<string>();
  const nothing = async (): Promise<void> => undefined;
  let faults = 0;
  let onKill = (): void => undefined;

  function keep(channel: string, key: string): string {
    delivered.push({ channel, key, at: clock.now() });
    const ref = String(delivered.length);
    refs.set(`${channel} ${key}`, ref);
    return ref;
  }

  async function post(channel: string, key: string): Promise<string> {
    const fault =
      random.next() * 100 < faultRate ? FAULTS[Math.floor(random.next() * FAULTS.length)] : undefined;
    if (fault === undefined) {
      faulty.delete(channel);
      return keep(channel, key);
    }
    faulty.add(channel);
    faults += 1;
    if (fault.endsWith('after')) keep(channel, key);
    if (fault.startsWith('lost')) throw new Error('the connection was lost');
    onKill();
    return never();
  }

  const adapter: Adapter = {
    name: DOOR,
    refreshMs: 1000,
    pace: { atOnce: 8 },
    start: nothing,
    stop: nothing,
    edit: nothing,
    check: nothing,
    tellMember: nothing,
    tellAdmin: nothing,
    post: (place, _card, key) => post(place.channel, key),
    reply: (place, _ref, _title, _card, key) => post(place.channel, key),
    find: async (place, key) => {
      const ref = refs.get(`${place.channel} ${key}`);
      if (ref !== undefined) faulty.delete(place.channel);
      return ref;
    },
  };
  return {
    adapter,
    delivered,
    faulty,
    get faults() {
      return faults;
    },
    set onKill(kill: () => void) {
      onKill = kill;
    },
  };
}

/** The store as a process has it that may be killed: from then on nothing of it is done or answered. */
export function mortal(store: Store): { readonly store: Store; kill(): void } {
  let dead = false;
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => (dead ? never() : Reflect.apply(member, target, args));
    },
  });
  return {
    store: proxy,
    kill() {
      dead = true;
    },
  };
}
