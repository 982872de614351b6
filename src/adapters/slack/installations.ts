import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { open, seal } from './secrets.ts';
import { DOOR, type OAuthSettings } from './settings.ts';

/** Installations of several workspaces, kept encrypted in the database; the store that Bolt's InstallProvider writes to. */

export interface Installations {
  readonly store: InstallationStore;
  /** By the id of a workspace, or of an organisation. */
  find(id: string): Promise<Installation | undefined>;
  remove(id: string): Promise<void>;
  all(): Promise<readonly string[]>;
}

function idOf(installation: Installation<'v1' | 'v2', boolean>): string {
  const id = installation.isEnterpriseInstall === true ? installation.enterprise?.id : installation.team?.id;
  if (id === undefined) throw new Error('an installation without a workspace');
  return id;
}

function askedFor(query: InstallationQuery<boolean>): string {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  if (id === undefined) throw new Error('an installation is asked for without a workspace');
  return id;
}

export function createInstallations(
  { key, rows }: Pick<OAuthSettings, 'key' | 'rows'>,
  changed: (id: string) => void,
): Installations {
  const about = (id: string) => `${DOOR}:${id}`;

  async function find(id: string): Promise<Installation | undefined> {
    const data = await rows.installation(DOOR, id);
    return data === undefined ? undefined : (JSON.parse(open(data, key, about(id))) as Installation);
  }

  async function remove(id: string): Promise<void> {
    await rows.removeInstallation(DOOR, id);
    changed(id);
  }

  return {
    find,
    remove,
    all: () => rows.installations(DOOR),
    store: {
      async storeInstallation(installation) {
        const id = idOf(installation);
        await rows.saveInstallation(DOOR, id, seal(JSON.stringify(installation), key, about(id)));
        changed(id);
      },
      async fetchInstallation(query) {
        const found = await find(askedFor(query));
        if (found === undefined) throw new Error(`no installation of ${askedFor(query)}`);
        return found as never;
      },
      deleteInstallation: (query) => remove(askedFor(query)),
    },
  };
}
