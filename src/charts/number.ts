/** Numbers as people read them in a picture or on a card. */

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function superscript(exponent: number): string {
  const digits = String(Math.abs(exponent))
    .split('')
    .map((digit) => RAISED[Number(digit)] ?? '')
    .join('');
  return (exponent < 0 ? '⁻' : '') + digits;
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** 1.2×10⁷, with a real minus sign; 10⁷ for 1×10⁷. */
export function scientific(value: number, digits: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(Math.max(0, digits - 1)).split('e');
  const shown = trimmed(mantissa);
  const power = `10${superscript(Number(exponent))}`;
  const text = shown === '1' ? power : shown === '-1' ? `-${power}` : `${shown}×${power}`;
  return text.replace(/^-/, '−');
}

/**
 * Up to `digits` significant digits; powers of ten outside 0.001 to 1,000,000; thousands in groups; a real minus sign.
 * Not finite: ∞ or –.
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  let text: string;
  if (Number.isInteger(value) && size < 1e9) text = grouped(String(value));
  else if (size >= 1e6 || size < 1e-3) text = scientific(value, digits);
  else {
    const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
    text = grouped(trimmed(value.toFixed(Math.min(decimals, 20))));
  }
  return text.replace(/^-/, '−');
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const digits = whole.replace('-', '');
  // Four digits read well without a comma, and years and ids must not get one.
  const spaced = digits.length <= 4 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A share of 1 as a percentage: 0.256 -> 25.6%. */
export function formatPercent(share: number, digits = 3): string {
  return `${formatNumber(share * 100, digits)}%`;
}

/** Numbers in a row, at most `most` of them, with a mark where some are left out. */
export function formatList(values: readonly (number | null)[], most = 8, digits = 4): string {
  const shown = values.slice(0, most).map((value) => (value === null ? '–' : formatNumber(value, digits)));
  return shown.join(', ') + (values.length > most ? ', …' : '');
}
