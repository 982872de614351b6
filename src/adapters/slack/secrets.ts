import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Text encrypted at rest: AES-256-GCM with a fresh nonce of 12 bytes and a tag of 16 (NIST SP 800-38D). What a row is for goes in as
 * additional data, so that a row copied to another place does not open there.
 */

const VERSION = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class SecretError extends Error {
  constructor(options?: ErrorOptions) {
    super(
      'a stored secret does not open with SLACK_TOKEN_KEY: the key is another one, or the row was changed',
      options,
    );
    this.name = 'SecretError';
  }
}

export function seal(text: string, key: Uint8Array, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Throws SecretError. */
export function open(sealed: string, key: Uint8Array, about: string): string {
  try {
    const [version, data = ''] = sealed.split('.', 2);
    const bytes = Buffer.from(data, 'base64url');
    if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES)
      throw new RangeError('not a sealed text');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(about))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SecretError({ cause: error });
  }
}
