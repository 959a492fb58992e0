// The description of the API (OpenAPI 3.1), made from the same values that the routes are mounted from.
import { z } from 'zod';
import { answers, type Route, type RouteFacts } from './route.ts';
import { failureView } from './views.ts';

type Json = Record<string, unknown>;

/** The routes with one more: `GET /api/openapi.json`, which describes them all, itself included. */
export function described(routes: readonly Route[], version: string): Route[] {
  const all: Route[] = [
    ...routes,
    answers('get /api/openapi.json', {
      about: 'Describes all of the API (OpenAPI 3.1).',
      answer: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
      handle: async () => document(all, version),
    }),
  ];
  return all;
}

function document(routes: readonly RouteFacts[], version: string) {
  const shared: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(route, shared) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bitexte', version, description: 'A translation memory for French tech journalism.' },
    paths,
    components: { schemas: shared },
  };
}

function operation(route: RouteFacts, shared: Json): Json {
  const body = requestBody(route, shared);
  return {
    operationId: `${route.method}${route.path.replace(/[^a-z]+(\w?)/gi, (_, next: string) => next.toUpperCase())}`,
    summary: route.about,
    parameters: [...parameters('path', route.params, shared), ...parameters('query', route.query, shared)],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [route.status]: { description: route.about, content: answerContent(route, shared) },
      default: {
        description: 'A failure.',
        content: { 'application/json': { schema: schemaOf(failureView, 'output', shared) } },
      },
    },
  };
}

function answerContent({ answer }: RouteFacts, shared: Json): Json {
  if (answer === 'file') return { '*/*': { schema: { type: 'string', format: 'binary' } } };
  if (answer === 'events') return { 'text/event-stream': { schema: { type: 'string' } } };
  return { 'application/json': { schema: schemaOf(answer, 'output', shared) } };
}

function parameters(place: 'path' | 'query', schema: z.ZodType, shared: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input', shared) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

function requestBody(route: RouteFacts, shared: Json): Json | null {
  const schema = schemaOf(route.body, 'input', shared);
  const properties = schema['properties'] as Json | undefined;
  // A body of any names has no properties, but says what stands under them.
  const empty = Object.keys(properties ?? {}).length === 0 && schema['additionalProperties'] === undefined;
  if (route.upload === 0) return empty ? null : { content: { 'application/json': { schema } } };
  const withFile = { ...schema, properties: { ...properties, file: { type: 'string', format: 'binary' } } };
  return { content: { 'application/json': { schema }, 'multipart/form-data': { schema: withFile } } };
}

/** Fields may be added to an answer at any time: no reader may hold their absence as promised. */
function open({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/** A schema as JSON Schema; those with an id are put into `shared` and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', shared: Json): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: open });
  const text = JSON.stringify(made).replaceAll('"#/$defs/', '"#/components/schemas/');
  const { $schema: _version, $defs = {}, id, ...own } = JSON.parse(text) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs)) {
    const { id: _id, ...rest } = definition as Json;
    shared[name] = rest;
  }
  if (typeof id !== 'string') return own;
  shared[id] = own;
  return { $ref: `#/components/schemas/${id}` };
}
