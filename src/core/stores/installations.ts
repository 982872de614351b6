/** Workspaces that installed the bot by themselves. What is kept of them is encrypted by their door, and only it can read it. */
export interface InstallationStore {
  saveInstallation(door: string, externalId: string, data: string): Promise<void>;
  installation(door: string, externalId: string): Promise<string | undefined>;
  /** Names of all of a door, oldest first. */
  installations(door: string): Promise<readonly string[]>;
  removeInstallation(door: string, externalId: string): Promise<void>;
}
