import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Bot } from '../../core/bot.ts';
import type { LoggedMessage } from '../../core/ports.ts';
import type { Assets } from './assets.ts';
import type { Calls } from './calls.ts';
import { describeCommands } from './catalogue.ts';
import { Fault } from './fault.ts';
import { guardHost, guardOrigin, secureHeaders } from './guard.ts';
import type { Hub, Viewer } from './hub.ts';
import { MAX_BODY } from './limits.ts';
import { MissingPage, Page } from './page.tsx';
import { chartOf, fileOf } from './pictures.ts';
import { readCall, readCompletionQuery, readLocale } from './receive.ts';
import type { Room } from './room.ts';
import { sessionOf } from './session.ts';
import type { PlaygroundSettings } from './settings.ts';
import { wordsOf } from './words.ts';

/** The addresses of the playground. */

export interface AppParts {
  readonly settings: PlaygroundSettings;
  readonly bot: Bot;
  readonly room: Room;
  readonly hub: Hub;
  readonly calls: Calls;
  readonly assets: Assets;
}

/** Compiles to nothing; no script asks for it. */
const TYPES_ALONE = '/client/wire.js';
const DOCTYPE = '<!doctype html>';

function servePage(parts: AppParts, app: Hono): void {
  const { settings, room, bot, assets } = parts;
  app.on('GET', ['/', '/c/:channel'], (c) => {
    const { locale, theme } = sessionOf(c, settings.defaultLocale);
    const channel = room.channel(c.req.param('channel') ?? settings.channels[0]?.id ?? '');
    const member = room.member(c.req.query('as') ?? settings.members[0]?.id ?? '');
    const viewer: Viewer = { channel: channel.id, member: member.id, locale };
    const page = Page({
      channel,
      member,
      locale,
      theme,
      channels: settings.channels,
      members: settings.members,
      commands: describeCommands(bot.commands, locale, member.admin, settings.channels),
      messages: room.recent(viewer).map((message) => room.wire(message, viewer)),
      scripts: [...assets.keys()].filter(
        (address) => address.startsWith('/client/') && address !== TYPES_ALONE,
      ),
    });
    c.header('cache-control', 'no-store');
    return c.html(DOCTYPE + String(page));
  });
}

function serveAssets(assets: Assets, app: Hono): void {
  app.on('GET', ['/assets/:file', '/client/:file'], (c) => {
    const asset = assets.get(c.req.path);
    if (asset === undefined) throw new Fault(404, 'page.missing');
    const headers = { etag: asset.etag, 'cache-control': 'no-cache', 'content-type': asset.type };
    if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304, headers);
    return c.body(asset.body, 200, headers);
  });
}

function serveApi({ settings, room, hub, calls, bot }: AppParts, app: Hono): void {
  const onError = () => {
    throw new Fault(413, 'error.large', { max: MAX_BODY / 1024 });
  };
  app.use('/api/*', async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });
  app.post('/api/call', guardOrigin, bodyLimit({ maxSize: MAX_BODY, onError }), async (c) => {
    const body: unknown = await c.req.json().catch(() => {
      throw new Fault(400, 'error.json');
    });
    return c.json(await calls.answer(readCall(body)));
  });
  app.get('/api/complete', (c) => {
    const { command, option, q, locale } = readCompletionQuery(c.req.query());
    return c.json(bot.complete(command, option, q, locale));
  });
  const viewerOf = (query: Record<string, string>): Viewer => ({
    channel: room.channel(query.channel ?? '').id,
    member: room.member(query.member ?? '').id,
    locale: readLocale(query.locale, settings.defaultLocale),
  });
  app.get('/api/messages', (c) => {
    const viewer = viewerOf(c.req.query());
    return c.json(room.recent(viewer).map((message) => room.wire(message, viewer)));
  });
  app.get('/api/events', (c) =>
    c.body(hub.subscribe(viewerOf(c.req.query())), 200, { 'content-type': 'text/event-stream' }),
  );
}

/** The page's letters are those of its pictures. A browser asks for them once. */
function serveFonts({ settings }: AppParts, app: Hono): void {
  app.get('/fonts/:file{Pretendard-(?:Regular|SemiBold)\\.otf}', async (c) => {
    const font = await readFile(join(settings.fontFolder, c.req.param('file')));
    return c.body(new Uint8Array(font), 200, {
      'content-type': 'font/otf',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });
}

/** A picture or file is as private as its message. A picture's address holds what is drawn, so it may be kept for good. */
function servePictures({ settings, room }: AppParts, app: Hono): void {
  function messageOf(c: Context): LoggedMessage | undefined {
    const viewer: Viewer = {
      channel: room.channel(c.req.query('channel') ?? '').id,
      member: room.member(c.req.query('member') ?? '').id,
      locale: settings.defaultLocale,
    };
    return room.visible(Number(c.req.param('message')), viewer);
  }
  app.get('/files/:message/:block', (c) => {
    const message = messageOf(c);
    const file = message === undefined ? undefined : fileOf(message, Number(c.req.param('block')));
    if (file === undefined) throw new Fault(404, 'page.missing');
    return c.body(file.text, 200, {
      'content-type': `${file.mime}; charset=utf-8`,
      'content-disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]+/g, '-')}"`,
      'cache-control': 'no-store',
    });
  });
  app.get('/pictures/:message/:block/:file', async (c) => {
    const message = messageOf(c);
    const chart = message === undefined ? undefined : chartOf(message, Number(c.req.param('block')));
    if (chart === undefined) throw new Fault(404, 'page.missing');
    const png = await settings.picture(chart);
    return c.body(new Uint8Array(png), 200, {
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });
}

function asFault(error: Error): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof HTTPException && error.status < 500)
    return new Fault(error.status === 413 ? 413 : 400, 'error.json');
  return new Fault(500, 'error.server');
}

export function createApp(parts: AppParts): Hono {
  const { settings } = parts;
  const app = new Hono();
  app.use(secureHeaders, guardHost(settings.host));
  servePage(parts, app);
  serveAssets(parts.assets, app);
  servePictures(parts, app);
  serveFonts(parts, app);
  serveApi(parts, app);
  app.notFound(() => {
    throw new Fault(404, 'page.missing');
  });
  app.onError((error, c) => {
    const fault = asFault(error);
    if (fault.status === 500)
      settings.log.error({ err: error, path: c.req.path }, 'playground request failed');
    const { locale } = sessionOf(c, settings.defaultLocale);
    const message = wordsOf(locale)(fault.key, fault.params);
    if (c.req.path.startsWith('/api/')) return c.json({ error: message }, fault.status);
    return c.html(DOCTYPE + String(MissingPage({ message, locale })), fault.status);
  });
  return app;
}
