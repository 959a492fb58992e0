// The built editor: its files, and its one page for every address that is not a file.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { Router } from 'express';
import { UserError } from '../errors.ts';
import { askedFirst } from './asked-first.ts';

/**
 * Serves the editor from a folder; without one, pages say that it is not built. A page tells the newest event before which
 * nothing was read that it is going to ask for, so that it knows on joining the stream whether it has missed one.
 */
export function editorPages(folder: string | null, newestEvent: () => string): Router {
  const pages = Router();
  if (folder === null) {
    pages.get('/', () => {
      throw new UserError('no-editor', 'The editor is not built: run npm run build, then start again.', 503);
    });
    return pages;
  }
  // Vite names its files by their content, so they may be kept for ever; the page that names them may not.
  pages.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  pages.use(
    express.static(folder, { index: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }),
  );
  pages.get('/{*splat}', async (request, response, next) => {
    if (/^\/api(\/|$)/i.test(request.path) || !request.accepts('html')) return next();
    const file = await readFile(join(folder, 'index.html'), 'utf8');
    const page = file.replace('name="newest-event" content=""', `name="newest-event" content="${newestEvent()}"`);
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('Link', [...codeOf(page), ...answersFor(request.path)]);
    response.type('html').send(page);
  });
  return pages;
}

/** The page's own code, before what it will ask for: an article of thousands of segments would keep it waiting. */
function codeOf(page: string): string[] {
  const script = /<script type="module"[^>]* src="([^"]+)"/.exec(page)?.[1];
  return script === undefined ? [] : [`<${script}>; rel=modulepreload`];
}

/** The answers that the page's code will ask for, as preloads (https://html.spec.whatwg.org/#link-type-preload). */
function answersFor(path: string): string[] {
  return askedFirst(path).map((address) => `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`);
}
