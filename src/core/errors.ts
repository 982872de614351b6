import type { Control } from '../cards/card.ts';
import type { TextKey, TextParams } from '../texts/index.ts';

/** Nothing can be posted in a place until an admin changes something: it was deleted, or a permission is missing. */
export class PlaceError extends Error {
  readonly reason: 'gone' | 'forbidden';
  constructor(reason: 'gone' | 'forbidden', options?: ErrorOptions) {
    super(reason === 'gone' ? 'the place is gone' : 'a permission is missing', options);
    this.name = 'PlaceError';
    this.reason = reason;
  }
}

/** The only error a command throws on purpose: an identifier with parameters, worded in texts/. */
export class UserError extends Error {
  readonly key: TextKey;
  readonly params: TextParams;
  /** Buttons that offer the way out (try again). */
  readonly controls: readonly Control[];
  constructor(key: TextKey, params: TextParams = {}, controls: readonly Control[] = []) {
    super(`${key} ${JSON.stringify(params)}`);
    this.name = 'UserError';
    this.key = key;
    this.params = params;
    this.controls = controls;
  }
}
