// The routes in the order of the story, behind the guards. Nothing here listens or opens anything.
import express, { type Express, type RequestHandler } from 'express';
import { alignmentRoutes } from './http/alignments.ts';
import { articleRoutes } from './http/articles.ts';
import { editorPages } from './http/editor.ts';
import { answerFailures, unknownRoute } from './http/failures.ts';
import { findingRoutes } from './http/findings.ts';
import { bodies, headers, ownHostOnly, ownPagesOnly } from './http/guards.ts';
import { jobRoutes } from './http/jobs.ts';
import { memoryRoutes } from './http/memory.ts';
import { described } from './http/openapi.ts';
import type { Parts } from './http/parts.ts';
import { penaltyRoutes } from './http/penalties.ts';
import { providerRoutes } from './http/providers.ts';
import type { Route } from './http/route.ts';
import { segmentationRoutes } from './http/segmentation.ts';
import { segmentRoutes } from './http/segments.ts';
import { startRoutes } from './http/start.ts';
import { styleRoutes } from './http/style.ts';
import { tendingRoutes } from './http/tending.ts';
import { termRoutes } from './http/terms.ts';
import { keptFile, oneFile } from './http/uploads.ts';
import { whoActs, whoRoutes } from './http/who.ts';
import { workRoutes } from './http/work.ts';

/** All routes, in the order of the story; openapi.json is made from the same list. */
export function routesOf(parts: Parts): Route[] {
  return described(
    [
      ...startRoutes(parts),
      ...whoRoutes(parts),
      ...articleRoutes(parts),
      ...segmentRoutes(parts),
      ...findingRoutes(parts),
      ...workRoutes(parts),
      ...memoryRoutes(parts),
      ...tendingRoutes(parts),
      ...providerRoutes(parts),
      ...termRoutes(parts),
      ...styleRoutes(parts),
      ...alignmentRoutes(parts),
      ...penaltyRoutes(parts),
      ...segmentationRoutes(parts),
      ...jobRoutes(parts),
    ],
    parts.desk.tool.version,
  );
}

/** The whole server as an Express app, ready to be listened with. */
export function createApp(parts: Parts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  // What may not be stored is not asked for again by its tag either: reckoning one costs a long article milliseconds.
  app.set('etag', false);
  app.use(headers, ownHostOnly, ownPagesOnly);
  app.use('/api', neverStored);
  for (const route of routesOf(parts)) mount(app, route, parts);
  app.use(editorPages(parts.editor, parts.events.newest));
  app.use(unknownRoute, answerFailures(parts.log));
  return app;
}

function mount(app: Express, route: Route, { user, programs, uploads }: Parts): void {
  const readers: RequestHandler[] = [bodies(route), express.json({ limit: route.json, strict: true })];
  if (route.upload > 0) readers.push(route.keeps ? keptFile(route.upload, uploads) : oneFile(route.upload));
  app[route.method](route.path, ...readers, (request, response) =>
    route.run(request, response, whoActs(request, user, programs)),
  );
}

/** Answers about the desk are true for a moment only. */
const neverStored: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};
