import { join } from 'node:path';
import type { Bank } from '../../bank/bank.ts';
import { dailyPost } from '../../commands/daily-post.ts';
import type { Log, Random } from '../../core/ports.ts';
import type { Post, Store } from '../../core/store.ts';
import { createPoster, type Poster } from '../../daily/poster.ts';
import { postKey } from '../../daily/send.ts';
import { MIGRATIONS } from '../../paths.ts';
import { openStore } from '../../store/open.ts';
import { createSqliteStore } from '../../store/sqlite-store.ts';
import { below, seeded } from './chance.ts';
import { type Change, makeChannel, moveChannel } from './channels.ts';
import { type AskedQuestion, countDuplicates, countEarlyRepeats, findGaps, type Tick } from './count.ts';
import { createPlatform, DOOR, mortal, type Platform } from './platform.ts';
import { createTeams, type Teams } from './team.ts';

/**
 * A history, tick by tick: the real daily run on a real database file, with a clock of its own, against a platform that loses
 * messages and a process that is down, killed and has its clock set back.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface History {
  readonly bank: Bank;
  /** Where the database is made. */
  readonly folder: string;
  readonly seed: number;
  readonly startAt: number;
  readonly channels: number;
  readonly days: number;
  /** Mean minutes between two looks at what is due. */
  readonly everyMinutes: number;
}

export interface Outcome {
  readonly posts: number;
  readonly duplicates: number;
  readonly gaps: readonly string[];
  readonly earlyRepeats: number;
  readonly comebacks: number;
  readonly faults: number;
  readonly kills: number;
  readonly outages: number;
  readonly moves: number;
  readonly setBack: number;
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function openQuietly(folder: string, clock: { now(): number }): Store {
  const opened = openStore(join(folder, 'simulated.db'), MIGRATIONS);
  // No power fails here, and the disk is not what is looked at.
  opened.sqlite.pragma('synchronous = OFF');
  return createSqliteStore(opened, clock);
}

interface Process {
  readonly poster: Poster;
  readonly killed: Promise<void>;
}

class Simulation {
  readonly #history: History;
  readonly #random: Random;
  readonly #clock: { at: number; now(): number };
  readonly #store: Store;
  readonly #platform: Platform;
  readonly #teams: Teams;
  readonly #changes: Change[][] = [];
  readonly #ticks: Tick[] = [];
  /** Posts, and how their teams stood, when their card was first made; by channel and key. */
  readonly #shown = new Map<string, { readonly post: Post; readonly mean: number | undefined }>();
  readonly #asked = new Map<string, AskedQuestion[]>();
  readonly #told = { kills: 0, outages: 0, moves: 0, setBack: 0 };
  #process: Process | undefined;
  #noted = 0;

  constructor(history: History) {
    const clock = { at: history.startAt, now: () => clock.at };
    this.#history = history;
    this.#clock = clock;
    this.#random = seeded(history.seed);
    this.#store = openQuietly(history.folder, clock);
    this.#platform = createPlatform(clock, this.#random, 2);
    this.#teams = createTeams(this.#store, clock, this.#random);
  }

  #start(): Process {
    const { store, kill } = mortal(this.#store);
    const { bank } = this.#history;
    const poster = createPoster({
      bank,
      store,
      clock: this.#clock,
      log: silent,
      adapters: new Map([[DOOR, this.#platform.adapter]]),
      cardOf: (post, locale) => {
        const key = `${post.place.channel} ${postKey(post)}`;
        const mean = this.#teams.mean(post.place.workspace, post.questionId);
        if (!this.#shown.has(key)) this.#shown.set(key, { post, mean });
        return dailyPost(post, locale, bank, store);
      },
    });
    const killed = new Promise<void>((resolve) => {
      this.#platform.onKill = () => {
        this.#told.kills += 1;
        kill();
        this.#process = undefined;
        resolve();
      };
    });
    return { poster, killed };
  }

  /** Takes down what arrived since the last look, and lets members answer it. */
  async #note(): Promise<void> {
    for (const { channel, key } of this.#platform.delivered.slice(this.#noted)) {
      this.#noted += 1;
      const shown = this.#shown.get(`${channel} ${key}`);
      if (shown === undefined) continue;
      const { post, mean } = shown;
      const { questionId, localDate } = post;
      const list = this.#asked.get(channel) ?? [];
      list.push({ questionId, localDate, mean });
      this.#asked.set(channel, list);
      await this.#teams.answer(post);
    }
  }

  async #tick(): Promise<void> {
    this.#process ??= this.#start();
    const { poster, killed: death } = this.#process;
    await Promise.race([poster.run().then(() => poster.idle()), death]);
    const killed = this.#process === undefined;
    this.#ticks.push({ at: this.#clock.at, killed, faulty: new Set(this.#platform.faulty) });
    await this.#note();
  }

  /** Now and then the process is down for a while, the clock is set back, or somebody moves a channel. */
  async #disturb(): Promise<void> {
    const { everyMinutes, channels } = this.#history;
    const chance = (this.#random.next() * 100 * 60) / everyMinutes;
    if (chance < 0.4) {
      this.#told.outages += 1;
      this.#process = undefined;
      this.#clock.at += Math.round(this.#random.next() ** 3 * 60 * HOUR);
    } else if (chance < 0.6) {
      this.#told.setBack += 1;
      this.#clock.at -= Math.round(this.#random.next() * 3 * HOUR);
    } else if (chance < 0.6 + 0.03 * channels) {
      const list = this.#changes[below(this.#random, this.#changes.length)];
      const last = list?.at(-1);
      if (list === undefined || last === undefined) return;
      this.#told.moves += 1;
      const subscription = await moveChannel(last.subscription, this.#store, this.#clock, this.#random);
      list.push({ at: this.#clock.at, subscription });
    }
  }

  async run(): Promise<Outcome> {
    const { channels, startAt, days, everyMinutes } = this.#history;
    for (let index = 0; index < channels; index++) {
      const subscription = await makeChannel(index, this.#store, this.#clock, this.#random);
      this.#changes.push([{ at: startAt, subscription }]);
    }
    while (this.#clock.at < startAt + days * DAY) {
      await this.#tick();
      this.#clock.at += Math.round((0.5 + this.#random.next()) * everyMinutes) * MINUTE;
      await this.#disturb();
    }
    return this.#outcome();
  }

  #repeats(): { readonly early: number; readonly comebacks: number }[] {
    const questions = [...this.#history.bank.questions.values()];
    return this.#changes.flatMap(([first]) => {
      if (first === undefined) return [];
      const { topics, levels, place } = first.subscription;
      const pool = questions.filter(
        ({ topic, level }) =>
          (topics.length === 0 || topics.includes(topic)) && (levels.length === 0 || levels.includes(level)),
      );
      return [countEarlyRepeats(this.#asked.get(place.channel) ?? [], pool)];
    });
  }

  #outcome(): Outcome {
    const { delivered, faults } = this.#platform;
    const repeats = this.#repeats();
    return {
      posts: delivered.length,
      duplicates: countDuplicates(delivered),
      gaps: this.#changes.flatMap((all) => findGaps(all, this.#ticks, delivered, this.#clock.at)),
      earlyRepeats: repeats.reduce((sum, one) => sum + one.early, 0),
      comebacks: repeats.reduce((sum, one) => sum + one.comebacks, 0),
      faults,
      ...this.#told,
    };
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

export async function simulate(history: History): Promise<Outcome> {
  const simulation = new Simulation(history);
  try {
    return await simulation.run();
  } finally {
    await simulation.close();
  }
}
