import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listen } from '../../../src/adapters/playground/server.ts';
import { startToy } from './toy.ts';

describe('opening the port', () => {
  it('names the port and the setting when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(listen(createServer(), '127.0.0.1', port)).rejects.toThrow(
      new RegExp(`${port}.*PLAYGROUND_PORT`),
    );
    other.close();
  });

  it('names the setting when the address is not of this machine', async () => {
    await expect(listen(createServer(), '203.0.113.1', 0)).rejects.toThrow('PLAYGROUND_HOST');
  });

  it('gives an address that a browser can open, also when it listens everywhere', async () => {
    const toy = await startToy({ host: '0.0.0.0' });
    expect(toy.url).toMatch(/^http:\/\/localhost:\d+$/);
    expect((await toy.send('GET', '/')).status).toBe(200);
    await toy.close();
  });
});

describe('files of the page', () => {
  it('come with their type, are not sent again unchanged, and are only those read at start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'client-'));
    writeFileSync(join(folder, 'main.js'), 'export {};');
    writeFileSync(join(folder, 'notes.txt'), 'private');
    const toy = await startToy({ clientFolder: folder });
    const script = await toy.send('GET', '/client/main.js');
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    const again = await toy.send('GET', '/client/main.js', { 'if-none-match': String(script.headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
    expect((await toy.send('GET', '/client/notes.txt')).status).toBe(404);
    expect((await toy.send('GET', '/assets/mark.svg')).headers['content-type']).toBe('image/svg+xml');
    await toy.close();
    rmSync(folder, { recursive: true });
  });

  it('says in the log when there are no scripts, and serves the page all the same', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'client-'));
    const toy = await startToy({ clientFolder: folder });
    expect(toy.log.lines.map((line) => line.level)).toContain('warn');
    expect((await toy.send('GET', '/')).body).not.toContain('<script type="module"');
    await toy.close();
    rmSync(folder, { recursive: true });
  });
});

describe('the document', () => {
  it('has a language, a title, landmarks and a way past the sidebar, in both languages', async () => {
    const toy = await startToy();
    for (const [locale, words] of [
      ['ko', '메시지 입력으로 건너뛰기'],
      ['en', 'Skip to the message box'],
    ] as const) {
      const { body } = await toy.send('GET', '/', {
        cookie: `dailygrad_locale=${locale}; dailygrad_theme=dark`,
      });
      expect(body).toContain(`<html lang="${locale}" data-theme="dark">`);
      expect(body).toContain('<title>#one · dailygrad</title>');
      expect(body).toContain(words);
      for (const part of [
        '<main',
        '<aside',
        '<nav',
        '<h1',
        'role="log"',
        'aria-live="polite"',
        'role="combobox"',
      ]) {
        expect(body).toContain(part);
      }
    }
    await toy.close();
  });

  it('takes an unknown cookie for none', async () => {
    const toy = await startToy();
    const { body } = await toy.send('GET', '/', {
      cookie: 'dailygrad_locale="><script>; dailygrad_theme=<b>',
    });
    expect(body).toContain('<html lang="en" data-theme="system">');
    await toy.close();
  });
});
