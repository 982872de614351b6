import { PlaceError } from '../../core/errors.ts';
import type { Clients } from './clients.ts';

/** Whom to tell where only an admin can help: who installed the app, otherwise an owner of the workspace. */

interface Candidate {
  readonly id?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_admin?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
}

const PAGES = 10;
const PAGE = 200;

function rankOf(one: Candidate): number {
  if (one.deleted === true || one.is_bot === true) return 0;
  return one.is_primary_owner === true ? 3 : one.is_owner === true ? 2 : one.is_admin === true ? 1 : 0;
}

/** Throws PlaceError where there is nobody. */
export async function adminOf(clients: Clients, team: string): Promise<string> {
  const installer = (await clients.access(team))?.installer;
  if (installer !== undefined) return installer;
  const client = await clients.get(team);
  let best: Candidate | undefined;
  let cursor: string | undefined;
  for (let count = 0; count < PAGES && (best === undefined || rankOf(best) < 3); count += 1) {
    const found = await client.users.list({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    for (const one of (found.members ?? []) as readonly Candidate[])
      if (rankOf(one) > (best === undefined ? 0 : rankOf(best))) best = one;
    cursor = found.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === '') break;
  }
  if (best?.id === undefined) throw new PlaceError('forbidden');
  return best.id;
}
