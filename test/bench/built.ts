// The program as it was built: what tsx makes of the sources on the fly is slower than what people run.

/** A module of dist by its path without ending, such as `server/memory/fuzzy-index`. `npm run bench` builds it first. */
export function built(path: string): Promise<unknown> {
  return import(new URL(`../../dist/${path}.js`, import.meta.url).href);
}
