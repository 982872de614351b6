import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeWorld, type World } from '../support/world.ts';

describe('installations in the database', () => {
  let world: World;
  beforeEach(() => {
    world = makeWorld();
  });
  afterEach(() => world.close());

  it('are kept once for a workspace of a door, oldest first, the newest data', async () => {
    const { store, clock } = world;
    await store.saveInstallation('slack', 'T2', 'two');
    clock.advance(1000);
    await store.saveInstallation('slack', 'T1', 'one');
    await store.saveInstallation('other', 'T1', 'elsewhere');
    clock.advance(1000);
    await store.saveInstallation('slack', 'T2', 'two again');
    expect(await store.installations('slack')).toEqual(['T2', 'T1']);
    expect(await store.installation('slack', 'T2')).toBe('two again');
    expect(await store.installation('other', 'T1')).toBe('elsewhere');
    expect(await store.installation('slack', 'T3')).toBeUndefined();
  });

  it('are there again after a restart, and gone when they are removed', async () => {
    const { store, path } = world;
    await store.saveInstallation('slack', 'T1', 'one');
    await store.removeInstallation('slack', 'T9');
    const again = makeWorld({ path });
    expect(await again.store.installation('slack', 'T1')).toBe('one');
    await again.store.removeInstallation('slack', 'T1');
    expect(await again.store.installations('slack')).toEqual([]);
    await again.close();
  });
});
