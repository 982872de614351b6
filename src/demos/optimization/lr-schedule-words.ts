import { formatList, formatNumber } from '../../charts/number.ts';
import { countOf } from '../count-of.ts';
import type { Say } from '../demo.ts';
import type { Args } from './lr-schedule-parameters.ts';

/** What to say about each kind of schedule: the settings that matter to it, and what its numbers show. */

export function settings(a: Args, say: Say): string {
  const n = formatNumber;
  const start = `lr₀ = ${n(a.lr0)}`;
  switch (a.kind) {
    case 'constant':
      return start;
    case 'piecewise':
      return `${start}, γ = ${n(a.gamma)}, ${say('경계', 'boundaries')} ${formatList(a.boundaries, 8)}`;
    case 'power':
      return `${start}, s = ${n(a.s)}, c = ${n(a.c)}`;
    case 'exponential':
      return `${start}, γ = ${n(a.gamma)}, s = ${n(a.s)}`;
    case 'plateau':
      return `${start}, γ = ${n(a.gamma)}, ${say('인내', 'patience')} ${a.patience}`;
    case 'one-cycle':
      return `${start}, lr_max = ${n(a.lr_max)}, ${say(`마지막 ${a.final}스텝은 따로`, `the last ${a.final} steps apart`)}`;
    case 'warmup-gradual':
      return `${start}, ${say(`웜업 ${a.warmup}스텝`, `warm-up of ${a.warmup} steps`)}`;
    case 'warmup-constant':
      return `${start}, ${say(`웜업 ${a.warmup}스텝은 ${n(a.warmup_factor)}배`, `${a.warmup} warm-up steps at ${n(a.warmup_factor)} of it`)}`;
    case 'cosine':
      return `${start}, η_min = ${n(a.eta_min)}`;
    case 'cosine-restarts':
      return `${start}, η_min = ${n(a.eta_min)}, T₀ = ${a.t0}, T_mult = ${a.t_mult}`;
  }
}

export function meaning(a: Args, lr: readonly number[], say: Say): string {
  const [first, last] = [formatNumber(lr[0] ?? 0), formatNumber(lr.at(-1) ?? 0)];
  const drops = lr.filter((rate, t) => t > 0 && rate < (lr[t - 1] ?? rate)).length;
  const rises = lr.filter((rate, t) => t > 0 && rate > (lr[t - 1] ?? rate)).length;
  const peak = formatNumber(lr.reduce((most, rate) => Math.max(most, rate), 0));
  switch (a.kind) {
    case 'constant':
      return say(
        `${lr.length}스텝 내내 학습률이 ${first}에 머물러요. 미니배치 잡음이 있으면 이 크기만큼 계속 흔들려서 최솟값에 자리 잡기 어려워요.`,
        `The rate stays at ${first} for all ${lr.length} steps; with mini-batch noise the parameters keep moving on that scale and never quite settle.`,
      );
    case 'piecewise':
      return say(
        `경계에서 ${drops}번 γ를 곱해 ${first}에서 ${last}까지 계단처럼 내려가요. 언제 낮출지 미리 알아야 하는 것이 약점이에요.`,
        `It drops ${countOf(drops, 'time')} by γ at the boundaries, from ${first} to ${last}; its weakness is that the moments must be known beforehand.`,
      );
    case 'power':
      return say(
        `t = s마다 분모가 1씩 커져 ${first}에서 ${last}까지 내려가요. 처음에는 빠르게, 뒤로 갈수록 천천히 줄어요.`,
        `Every s steps the base of the denominator grows by 1, so the rate falls from ${first} to ${last}, fast at first and then ever more slowly.`,
      );
    case 'exponential':
      return say(
        `s = ${formatNumber(a.s)}스텝마다 γ = ${formatNumber(a.gamma)}배가 되어 ${first}에서 ${last}까지 내려가요. 한 스텝마다 γ배가 되는 것이 아니에요.`,
        `It is multiplied by γ = ${formatNumber(a.gamma)} every s = ${formatNumber(a.s)} steps, not every step, and falls from ${first} to ${last}.`,
      );
    case 'plateau':
      return say(
        `검증 손실이 ${a.patience}번보다 오래 나아지지 않을 때마다 γ를 곱해서, 학습률이 ${drops}번 낮아져 ${last}까지 왔어요. 손실을 보고 정하므로 미리 일정을 알 필요가 없어요.`,
        `Whenever the validation loss fails to improve for more than ${countOf(a.patience, 'check')} the rate is multiplied by γ: ${countOf(drops, 'drop')}, down to ${last}. The losses decide, so no timetable is needed.`,
      );
    case 'one-cycle':
      return say(
        `${first}에서 시작해 ${peak}까지 갔다가 돌아오고, 마지막 ${a.final}스텝에 ${last}까지 내려가요. 중간의 큰 학습률이 규제처럼 작용한다고 알려져 있어요.`,
        `It goes from ${first} to ${peak} and back, and ends at ${last} after ${a.final} final steps; the large rates in the middle are said to act as a regularizer.`,
      );
    case 'warmup-gradual':
    case 'warmup-constant':
      return say(
        `처음 ${a.warmup}스텝은 ${first}에서 시작해 ${last}까지 와요. 큰 배치나 Adam처럼 초반 통계가 불안정한 학습에서 첫 갱신이 지나치게 커지는 것을 막아요.`,
        `The first ${countOf(a.warmup, 'step')} begin at ${first}, and the rate ends at ${last}. Warm-up keeps early updates small where large batches or Adam's young statistics would make them too large.`,
      );
    case 'cosine':
      return say(
        `반 주기의 코사인을 따라 ${first}에서 ${last}까지 내려가요. 처음과 끝은 완만하고 가운데가 가장 가팔라요. t = ${lr.length}에서야 η_min에 닿아요.`,
        `It follows half a cosine from ${first} to ${last}: gentle at both ends, steepest in the middle. Only t = ${lr.length} would reach η_min.`,
      );
    case 'cosine-restarts':
      return say(
        `${lr.length}스텝 동안 ${rises}번 다시 ${peak}까지 올라갔어요. 재시작은 가중치를 둔 채 학습률만 처음 값으로 되돌리고, 주기는 매번 ${a.t_mult}배가 돼요.`,
        `Restarts in ${countOf(lr.length, 'step')}: ${rises}, each back to ${peak}. A restart resets the rate and keeps the weights; each cycle is ${a.t_mult} times as long as the one before.`,
      );
  }
}
