import type { Clients } from './clients.ts';
import { faultFields } from './faults.ts';
import type { SlackSettings } from './settings.ts';

/** Channels of a modal's or the Home tab's calls: the daily channel that the person is in. */

const MOST_ASKED = 5;
const PAGE = 1000;

/** The id of the channel; of the person where there is none, so that nobody is asked about another's channel. */
export function placeFinder(clients: Clients, { dailyPlaces, log }: SlackSettings) {
  return async (team: string, user: string): Promise<string> => {
    const places = await dailyPlaces(team);
    for (const { channel } of places.slice(0, MOST_ASKED)) {
      try {
        const client = await clients.get(team);
        const { members } = await client.conversations.members({ channel, limit: PAGE });
        if (members?.includes(user) === true) return channel;
      } catch (error) {
        log.info({ ...faultFields(error), channel }, 'the members of a channel cannot be read');
      }
    }
    return user;
  };
}
