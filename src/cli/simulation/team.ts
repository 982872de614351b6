import type { Clock, Random } from '../../core/ports.ts';
import type { Member, Post, Store } from '../../core/store.ts';
import { below } from './chance.ts';
import { DOOR } from './platform.ts';

/** Members who answer some of the questions, well or badly; a question of few letters is hard for them. */

/** As far back as the store looks. */
const RESULTS_MS = 120 * 86_400_000;

export interface Teams {
  answer(post: Post): Promise<void>;
  /** The mean of the members' best scores on a question in the last 120 days. */
  mean(workspace: string, questionId: string): number | undefined;
}

export function createTeams(store: Store, clock: Clock, random: Random): Teams {
  const members = new Map<string, Member>();
  const given = new Map<
    string,
    { readonly member: number; readonly score: number; readonly localDate: string }[]
  >();
  let count = 0;

  async function memberOf(workspace: string, name: string): Promise<Member> {
    const known = members.get(`${workspace} ${name}`);
    if (known !== undefined) return known;
    const member = await store.member({ door: DOOR, workspace, member: name, name, admin: false });
    members.set(`${workspace} ${name}`, member);
    return member;
  }

  return {
    async answer(post) {
      if (random.next() < 0.4) return;
      const member = await memberOf(post.place.workspace, `member ${below(random, 4)}`);
      const hard = post.questionId.length % 4 === 0;
      const score = hard ? below(random, 60) : 40 + below(random, 61);
      count += 1;
      await store.recordAnswer({
        interactionId: `answer ${count}`,
        member,
        questionId: post.questionId,
        level: 1,
        kind: 'daily',
        postId: post.id,
        text: 'an answer',
        score,
        covered: [],
        version: '1',
        at: clock.now(),
        localDate: post.localDate,
        active: score >= 40,
        pointsFor: () => score,
      });
      const key = `${post.place.workspace} ${post.questionId}`;
      const list = given.get(key) ?? [];
      list.push({ member: member.id, score, localDate: post.localDate });
      given.set(key, list);
    },
    mean(workspace, questionId) {
      const best = new Map<number, number>();
      const since = new Date(clock.now() - RESULTS_MS).toISOString().slice(0, 10);
      for (const { member, score, localDate } of given.get(`${workspace} ${questionId}`) ?? [])
        if (localDate >= since) best.set(member, Math.max(score, best.get(member) ?? 0));
      return best.size === 0 ? undefined : [...best.values()].reduce((sum, one) => sum + one, 0) / best.size;
    },
  };
}
