// Calls routes as a program would, and holds each answer to what its route promises.
import { routesOf } from '../../server/app.ts';
import { failureView } from '../../server/http/views.ts';
import type { Served } from './serve.ts';

/** Calls the route `where` (as in `get /api/health`) at an address. */
export type Call = (where: string, address: string, body?: object) => Promise<{ status: number; answer: unknown }>;

/** A caller that holds every answer to the route's own schema, and a failure to the one shape of failures. */
export function caller(served: Served): Call {
  const routes = routesOf(served.parts);
  return async (where, address, body) => {
    const [method = '', path = ''] = where.split(' ');
    const route = routes.find((one) => one.method === method && one.path === path);
    if (!route) throw new Error(`there is no route ${where}`);
    const json = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
    const response = await fetch(served.url + address, { method: method.toUpperCase(), ...json });
    const answer: unknown = await response.json();
    if (!response.ok) failureView.parse(answer);
    else if (typeof route.answer !== 'string') route.answer.parse(answer);
    return { status: response.status, answer };
  };
}
