import { and, asc, eq } from 'drizzle-orm';
import type { Clock } from '../core/ports.ts';
import type { InstallationStore } from '../core/stores/installations.ts';
import type { Db } from './open.ts';
import { installations } from './schema-habits.ts';

function isOne(door: string, externalId: string) {
  return and(eq(installations.door, door), eq(installations.externalId, externalId));
}

export function installationQueries(db: Db, clock: Clock): InstallationStore {
  return {
    async saveInstallation(door, externalId, data) {
      db.insert(installations)
        .values({ door, externalId, data, createdAt: clock.now() })
        .onConflictDoUpdate({ target: [installations.door, installations.externalId], set: { data } })
        .run();
    },
    installation: async (door, externalId) =>
      db.select().from(installations).where(isOne(door, externalId)).get()?.data,
    installations: async (door) =>
      db
        .select({ id: installations.externalId })
        .from(installations)
        .where(eq(installations.door, door))
        .orderBy(asc(installations.createdAt), asc(installations.externalId))
        .all()
        .map((row) => row.id),
    async removeInstallation(door, externalId) {
      db.delete(installations).where(isOne(door, externalId)).run();
    },
  };
}
