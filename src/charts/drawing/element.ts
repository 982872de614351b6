/** Small builders of SVG text (W3C SVG 1.1); everything that could be somebody's words is escaped here. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A pixel place with two decimals, which is finer than anybody sees. */
export function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    head += ` ${key}="${typeof value === 'number' ? px(value) : escapeXml(value)}"`;
  }
  return children.length === 0 ? `${head}/>` : `${head}>${children.join('')}</${name}>`;
}

export interface TextLook {
  readonly size: number;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: number;
  readonly turn?: number;
}

/** A line of text; `y` is its base line. */
export function label(text: string, x: number, y: number, look: TextLook): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': look.size,
      fill: look.colour,
      'text-anchor': look.anchor ?? 'start',
      'font-weight': look.weight ?? 400,
      transform: look.turn === undefined ? undefined : `rotate(${look.turn} ${px(x)} ${px(y)})`,
    },
    escapeXml(text),
  );
}

/** A text in the middle of a place, both ways. */
export function centred(text: string, x: number, y: number, look: Omit<TextLook, 'anchor'>): string {
  return label(text, x, y + look.size * 0.36, { ...look, anchor: 'middle' });
}
