// The built editor: its files, and its one page for every address that is not a file.
import { join } from 'node:path';
import express, { Router } from 'express';
import { UserError } from '../errors.ts';

/** Serves the editor from a folder; without one, pages say that it is not built. */
export function editorPages(folder: string | null): Router {
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
  pages.get('/{*splat}', (request, response, next) => {
    if (/^\/api(\/|$)/i.test(request.path) || !request.accepts('html')) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(join(folder, 'index.html'));
  });
  return pages;
}
