/** What server and page say to each other. Types alone, so that both sides can share the file. */

export interface WireMessage {
  readonly id: number;
  readonly html: string;
}

export type CallAnswer =
  | { readonly kind: 'message'; readonly message: WireMessage }
  | { readonly kind: 'form'; readonly html: string };

export interface Refusal {
  readonly error: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface OptionInfo {
  readonly name: string;
  readonly about: string;
  readonly required: boolean;
  /** Takes the rest of the line, spaces and all. */
  readonly rest: boolean;
  readonly choices: readonly Choice[];
  /** Whether the server completes values; `free`: any other text is as good. */
  readonly completes: 'no' | 'free' | 'known';
}

export interface CommandInfo {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionInfo[];
}

/** What the page's scripts start from; stands in the document. */
export interface Boot {
  readonly channel: string;
  readonly member: string;
  readonly locale: 'ko' | 'en';
  readonly path: string;
  readonly timeZone?: string;
  readonly words: Readonly<Record<string, string>>;
  readonly commands: readonly CommandInfo[];
}
