import type { Block, BoardRow, Card, Control, Mark, Tone } from '../../cards/card.ts';
import type { Inline, Locale, RichText } from '../../cards/inline.ts';
import { cardText, fileSize } from '../../cards/plain.ts';
import { Figures, Menu } from './pieces.tsx';
import { type Words, wordsOf } from './words.ts';

/** Card in, HTML out. Pure; text goes in as text nodes only, so nothing that somebody wrote becomes markup. */

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/;

/** The language of a text for screen readers and line breaking: a card may be in another one than the page. */
export function languageOf(text: string): Locale {
  return HANGUL.test(text) ? 'ko' : 'en';
}

/** Content may carry addresses; anything but a web address stays plain text. */
function isWebAddress(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);
}

function Link({ label, url, look }: { label: string; url: string; look?: string }) {
  if (!isWebAddress(url)) return <span>{label}</span>;
  return (
    <a href={url} class={look} target="_blank" rel="noopener noreferrer">
      {label}
    </a>
  );
}

function InlinePiece({ piece }: { piece: Inline }) {
  if (typeof piece === 'string') return <>{piece}</>;
  switch (piece.kind) {
    case 'bold':
      return <strong>{piece.text}</strong>;
    case 'italic':
      return <em>{piece.text}</em>;
    case 'code':
      return <code>{piece.text}</code>;
    case 'covered':
      return <mark class="covered">{piece.text}</mark>;
    case 'missed':
      return <mark class="missed">{piece.text}</mark>;
    case 'time':
      return (
        <time datetime={new Date(piece.at).toISOString()} data-as={piece.as}>
          {piece.text}
        </time>
      );
    case 'channel':
      return <strong>{piece.text}</strong>;
    case 'link':
      return <Link label={piece.label} url={piece.url} />;
  }
}

function Rich({ text }: { text: RichText }) {
  return (
    <>
      {text.map((piece) => (
        <InlinePiece piece={piece} />
      ))}
    </>
  );
}

/** A longer value gets a row of its own instead of being broken in a narrow column. */
const SHORT_VALUE = 13;

type SignedMark = Extract<Mark, 'covered' | 'missed' | 'misconception' | 'streak'>;
const SIGNS: Readonly<Record<SignedMark, string>> = {
  covered: '✓',
  missed: '○',
  misconception: '✗',
  streak: '∇',
};

function Signed({ mark, text, words }: { mark: SignedMark; text: RichText; words: Words }) {
  return (
    <p class={`point ${mark}`}>
      <span class="sign" role="img" aria-label={words(`mark.${mark}`)}>
        {SIGNS[mark]}
      </span>
      <span class="words">
        <Rich text={text} />
      </span>
    </p>
  );
}

function TextBlock({ text, mark, words }: { text: RichText; mark: Mark | undefined; words: Words }) {
  switch (mark) {
    case undefined:
      return (
        <p class="words">
          <Rich text={text} />
        </p>
      );
    case 'heading':
      return (
        <h4>
          <Rich text={text} />
        </h4>
      );
    case 'small':
      return (
        <p class="words small">
          <Rich text={text} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          <Rich text={text} />
        </blockquote>
      );
    case 'covered':
    case 'missed':
    case 'misconception':
    case 'streak':
      return <Signed mark={mark} text={text} words={words} />;
  }
}

/** The bar is an SVG: the page's policy allows no style attributes. */
function Meter({ share, text }: { share: number; text: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div class="meter">
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw <meter> each in their own way and colours */}
      <div
        class="track"
        role="meter"
        aria-label={text}
        aria-valuemin="0"
        aria-valuemax="100"
        aria-valuenow={String(percent)}
      >
        <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect width={String(percent)} height="1" />
        </svg>
      </div>
      <span class="words">{text}</span>
    </div>
  );
}

function Row({ row, words }: { row: BoardRow; words: Words }) {
  return (
    <tr class={row.self ? 'self' : undefined} aria-current={row.self ? 'true' : undefined}>
      <td class="place">{row.place}</td>
      <th scope="row">
        <span class="name">{row.name}</span>
        {row.self ? <span class="tag">{words('board.self')}</span> : null}
      </th>
      <td class="value">{row.value}</td>
      <td class="note">{row.note ?? ''}</td>
    </tr>
  );
}

function Board({ rows, words }: { rows: readonly BoardRow[]; words: Words }) {
  return (
    <table class="board">
      <thead class="unseen">
        <tr>
          <th scope="col">{words('board.place')}</th>
          <th scope="col">{words('board.name')}</th>
          <th scope="col">{words('board.value')}</th>
          <th scope="col">{words('board.note')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row row={row} words={words} />
        ))}
      </tbody>
    </table>
  );
}

function ControlItem({ item }: { item: Control }) {
  switch (item.kind) {
    case 'button':
      return (
        <button type="button" class={`button ${item.style ?? 'plain'}`} data-line={item.line}>
          <span class="label">{item.label}</span>
        </button>
      );
    case 'link':
      return <Link label={item.label} url={item.url} look="button plain link" />;
    case 'menu':
      return <Menu label={item.label} items={item.items} />;
  }
}

/** Address of the picture or file in the card's n-th block. */
export type PictureAddress = (block: number) => string;

interface BlockProps {
  readonly block: Block;
  readonly words: Words;
  readonly address: string;
}

function BlockView({ block, words, address }: BlockProps) {
  switch (block.kind) {
    case 'text':
      return <TextBlock text={block.text} mark={block.mark} words={words} />;
    case 'fields':
      return (
        <dl>
          {block.fields.map((field) => (
            <div class={[...field.value].length > SHORT_VALUE ? 'wide' : undefined}>
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'code':
      return (
        <pre tabindex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'meter':
      return <Meter share={block.share} text={block.text} />;
    case 'board':
      return <Board rows={block.rows} words={words} />;
    case 'chart':
      return (
        <figure>
          <a href={address} target="_blank" rel="noopener">
            <img src={address} alt={block.alt} width="1000" height="560" loading="lazy" decoding="async" />
          </a>
        </figure>
      );
    case 'table':
      return <Figures columns={block.columns} rows={block.rows} />;
    case 'file':
      return (
        <p class="file">
          <a class="button plain link" href={address} download={block.name}>
            {block.name}
          </a>
          <span class="small">{fileSize(block.text)}</span>
        </p>
      );
    case 'divider':
      return <hr />;
    case 'controls':
      return (
        <div class="controls">
          {block.items.map((item) => (
            <ControlItem item={item} />
          ))}
        </div>
      );
  }
}

/** Colour is never alone: a card that warns says so to those who do not see its edge. */
function ToneWord({ tone, words }: { tone: Tone; words: Words }) {
  if (tone === 'neutral' || tone === 'good') return null;
  return <span class="unseen">{words(`tone.${tone}`)}: </span>;
}

interface CardProps {
  readonly card: Card;
  readonly locale: Locale;
  readonly picture: PictureAddress;
}

export function CardView({ card, locale, picture }: CardProps) {
  const words = wordsOf(locale);
  return (
    <article class={`card ${card.tone}`} lang={languageOf(cardText(card))}>
      <ToneWord tone={card.tone} words={words} />
      {card.title === undefined ? null : <h3>{card.title}</h3>}
      {card.blocks.map((block, index) => (
        <BlockView block={block} words={words} address={picture(index)} />
      ))}
    </article>
  );
}
