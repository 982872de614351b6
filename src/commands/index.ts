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
import { meExport } from './me-export.ts';
import { meForget } from './me-forget.ts';
import { meStats } from './me-stats.ts';
import { model } from './model.ts';
import { another, quiz } from './quiz.ts';
import { settingsForm, snoozeForm } from './settings/forms.ts';
import { meSettings, settingsReset, settingsSet } from './settings/settings.ts';
import { snooze } from './settings/snooze.ts';
import { meVacation, vacationCancel, vacationForm } from './settings/vacation.ts';
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
    meSettings,
    meVacation,
    meExport,
    meForget,
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
    settingsSet,
    settingsForm,
    settingsReset,
    snooze,
    snoozeForm,
    vacationForm,
    vacationCancel,
    bankAccept,
    bankDecline,
    ...setupParts,
    leaderboardList,
    ...demosBehind,
  ];
}
