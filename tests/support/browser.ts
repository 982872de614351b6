import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

/** A real browser for the tests, and what goes wrong in its pages. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
export const HAS_BROWSER = existsSync(CHROMIUM);
if (!HAS_BROWSER) {
  console.error(`\n*** NO BROWSER at ${CHROMIUM}: the browser tests are SKIPPED. Set CHROMIUM_PATH. ***\n`);
}

/** The font of the project: machines that run tests seldom have a Korean one. */
function fontSettings(folder: string): Record<string, string> {
  const fonts = join(ROOT, 'src/charts/fonts');
  if (process.env.FONTCONFIG_FILE !== undefined || !existsSync(fonts)) return {};
  const file = join(folder, 'fonts.conf');
  const folders = [fonts, '/usr/share/fonts'].map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${folder}</cachedir></fontconfig>`,
  );
  return { FONTCONFIG_FILE: file };
}

/** Compiles the scripts of the page as they are now, so that a test never sees those of an old build. */
function compileClient(folder: string): void {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.client.json', '--outDir', folder], { cwd: ROOT });
}

export interface TestBrowser {
  /** A fresh profile; faults of its pages are collected in `faults`. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** Console errors, uncaught errors and pop-ups. None is ever expected. */
  readonly faults: string[];
  close(): Promise<void>;
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

export async function launchBrowser(): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'dailygrad-browser-'));
  const client = join(folder, 'client');
  compileClient(client);
  const browser: Browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ARGUMENTS,
    env: { ...process.env, ...fontSettings(folder) },
  });
  const faults: string[] = [];
  return {
    faults,
    async newContext(options = {}) {
      const context = await browser.newContext(options);
      await context.route('**/client/*.js', (route) => {
        const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
        return route.fulfill({
          body: readFileSync(join(client, name), 'utf8'),
          contentType: 'text/javascript; charset=utf-8',
        });
      });
      context.on('page', (page) => watch(page, faults));
      return context;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Where the pictures of the documentation are drawn anew, when that is asked for. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_PICTURES !== '1') return;
  const path = join(ROOT, 'docs/pictures', name);
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
}
