import type { Lookup } from '../bank/lookup.ts';
import type { Command } from '../core/command.ts';
import { answer } from './answer.ts';
import { appeal } from './appeal.ts';
import { bankAccept, bankAppeals, bankDecline } from './bank-appeals.ts';
import { demoCommands } from './demo.ts';
import { gradeMessage } from './grade-message.ts';
import { help } from './help.ts';
import { hint } from './hint.ts';
import { leaderboard, leaderboardList } from './leaderboard.ts';
import { lookupCommand } from './lookup.ts';
import { meStats } from './me-stats.ts';
import { model } from './model.ts';
import { another, quiz } from './quiz.ts';
import { setup, setupParts } from './setup.ts';
import { share } from './share.ts';
import { teams } from './teams.ts';
import { today } from './today.ts';

/** Every command there is, in the order in which help shows them. */
export function allCommands(lookup: Lookup): readonly Command[] {
  const [demo, ...demosBehind] = demoCommands(lookup);
  return [
    today,
    quiz,
    lookupCommand(lookup),
    ...(demo === undefined ? [] : [demo]),
    leaderboard,
    meStats,
    setup,
    bankAppeals,
    teams,
    help,
    answer,
    gradeMessage,
    another,
    hint,
    model,
    share,
    appeal,
    bankAccept,
    bankDecline,
    ...setupParts,
    leaderboardList,
    ...demosBehind,
  ];
}
