// What the editor asks the server for first, known before its code runs.

/**
 * The addresses that the editor fetches first at a page's path, in no order. Each is exactly what it then asks for, so that
 * a browser that fetched them ahead does not fetch them twice.
 */
export function askedFirst(path: string): string[] {
  const article = /^\/articles\/(\d{1,15})\/*$/.exec(path)?.[1];
  return ['/api/me', '/api/health', ...(article ? [`/api/articles/${article}?checked=false`] : [])];
}
