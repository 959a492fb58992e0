import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEvents, type Events } from '../../server/http/events.ts';

let server: Server;
let events: Events;
let url: string;
const leaving: AbortController[] = [];

async function start(options: { keep?: number; beat?: number; run?: string } = {}) {
  events = createEvents({ run: 'run1', ...options });
  const app = express();
  app.get('/events', (request, response) => events.open(request, response));
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`;
}

beforeEach(() => start());
afterEach(async () => {
  for (const leave of leaving.splice(0)) leave.abort();
  events.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Received {
  id: string;
  event: string;
  data: unknown;
}

/** A reader of the stream: answers the next event each time, null at its end. */
async function reader(lastId?: string) {
  const leave = new AbortController();
  leaving.push(leave);
  const response = await fetch(url, {
    signal: leave.signal,
    headers: lastId === undefined ? {} : { 'last-event-id': lastId },
  });
  const pieces = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<Received | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const piece = await pieces?.read();
        if (!piece || piece.done) return null;
        text += piece.value;
        continue;
      }
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const event = field('event');
      if (event) return { id: field('id') ?? '', event, data: JSON.parse(field('data') ?? 'null') };
    }
  };
  return { response, next, leave: () => leave.abort() };
}

describe('the stream', () => {
  test('a new reader is greeted with an id to come back with, then gets what happens', async () => {
    const { response, next } = await reader();
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(await next()).toEqual({ id: 'run1-0', event: 'hello', data: {} });
    events.publish('articles', { id: 1, what: 'added' });
    expect(await next()).toEqual({ id: 'run1-1', event: 'articles', data: { id: 1, what: 'added' } });
  });

  test('who comes back gets exactly what was missed, in order', async () => {
    const first = await reader();
    await first.next();
    events.publish('memory', { n: 1 });
    const seen = await first.next();
    first.leave();
    for (const n of [2, 3, 4]) events.publish('memory', { n });
    const second = await reader(seen?.id);
    const missed = [await second.next(), await second.next(), await second.next()];
    expect(missed.map((event) => event?.data)).toEqual([{ n: 2 }, { n: 3 }, { n: 4 }]);
    events.publish('memory', { n: 5 });
    expect((await second.next())?.data).toEqual({ n: 5 });
  });

  test.each([
    ['another run', 'run0-3'],
    ['the future', 'run1-99'],
    ['no id of ours', 'x'],
    ['a half id', 'run1-'],
    ['a broken number', 'run1-1e400'],
    ['too long ago', 'run1-1'],
  ])('an id of %s asks to load afresh, and the stream goes on', async (_what, id) => {
    await new Promise((resolve) => server.close(resolve));
    await start({ keep: 2 });
    for (const n of [1, 2, 3, 4]) events.publish('memory', { n });
    const { next } = await reader(id);
    expect(await next()).toEqual({ id: 'run1-4', event: 'reset', data: {} });
    events.publish('memory', { n: 5 });
    expect((await next())?.id).toBe('run1-5');
  });

  test('nothing in what is told can begin an event of its own', async () => {
    const { next } = await reader();
    await next();
    const evil = 'a\n\nevent: job\rid: 7\r\n\u2028data: {}';
    events.publish('articles', { what: evil });
    events.publish('memory', {});
    expect((await next())?.data).toEqual({ what: evil });
    expect((await next())?.event).toBe('memory');
  });

  test('a quiet line is kept open by comments', async () => {
    await new Promise((resolve) => server.close(resolve));
    await start({ beat: 10 });
    const response = await fetch(url);
    let text = '';
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      if (text.split(': still here\n\n').length > 2) break;
    }
    expect(text.replaceAll(': still here\n\n', '')).toBe('retry: 1000\n\nid: run1-0\nevent: hello\ndata: {}\n\n');
  });

  test('closing ends every reader’s stream', async () => {
    const readers = [await reader(), await reader()];
    for (const one of readers) await one.next();
    events.close();
    expect(await Promise.all(readers.map((one) => one.next()))).toEqual([null, null]);
  });
});
