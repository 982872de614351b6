import { createPoster } from './poster.ts';
import type { DailySettings } from './settings.ts';

export { postKey } from './send.ts';
export type { DailySettings } from './settings.ts';

/**
 * Posts what is due, and waits until it is: each subscription gets one question a local date, however often this runs and wherever
 * it was cut off. One channel's failure does not hold up the others; what was not sent is taken up again by the next run.
 */
export async function postDue(settings: DailySettings): Promise<void> {
  const poster = createPoster(settings);
  await poster.run();
  await poster.idle();
}
