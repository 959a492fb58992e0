// The walls of the house: which room may take what from which. A reference that no wall allows is named with the wall it broke.
import { packageOf, type Reference } from './imports.ts';

interface Room {
  /** Where the room is, as the beginning of a path. */
  at: string;
  /** The wall in words, for whoever runs into it. */
  wall: string;
  /** Our own files it may take, as beginnings of paths; its own are always free. */
  from: string[];
  /** Files it may take types from, and nothing else. */
  types?: string[];
  /** Node's own modules it may use. */
  node?: RegExp;
}

const PURE = 'opens no file, clock, database, network or process: it runs in Node, in a worker and in the browser';
const NO_NODE = /^$/;
const ANY_NODE = /^node:/;

/** The rooms, most particular first. */
const ROOMS: Room[] = [
  { at: 'server/model', wall: 'the nouns are types and import nothing', from: [], node: NO_NODE },
  { at: 'server/errors.ts', wall: 'failures stand on the nouns alone', from: ['server/model'], node: NO_NODE },
  {
    at: 'server/text/',
    wall: `text is pure: it ${PURE}`,
    from: ['server/model', 'server/errors.ts'],
    node: NO_NODE,
  },
  {
    at: 'server/checks/',
    wall: `checks are pure: a check ${PURE}`,
    from: ['server/model', 'server/errors.ts', 'server/text/'],
    node: NO_NODE,
  },
  {
    at: 'server/formats/',
    wall: `formats are pure: a format ${PURE}`,
    from: ['server/model', 'server/errors.ts', 'server/text/'],
    node: NO_NODE,
  },
  {
    at: 'db/',
    wall: 'db is the door to SQLite and knows nothing of matching, checks or formats',
    from: [
      'server/model',
      'server/errors.ts',
      'server/text/inline.ts',
      'server/text/language.ts',
      'server/text/normalize.ts',
      'server/text/typed-words.ts',
    ],
    node: /^node:(fs|path|crypto|url|module)$/,
  },
  {
    at: 'server/memory/',
    wall: 'memory owns the fuzzy index; it reads the database through the stores and writes nothing there',
    from: ['server/model', 'server/errors.ts', 'server/text/', 'db/open.ts'],
    types: ['db/stores.ts'],
    node: ANY_NODE,
  },
  {
    at: 'server/providers/',
    wall: 'a provider is a door to one service and knows nothing of the story',
    from: ['server/model', 'server/errors.ts', 'server/text/'],
    types: ['server/config.ts'],
    node: /^node:(async_hooks|crypto|diagnostics_channel|timers\/promises)$/,
  },
  {
    at: 'server/web/',
    wall: 'web is the door to other people’s pages: it fetches one, finds the article in it and knows nothing of the story',
    from: ['server/model', 'server/errors.ts', 'server/text/', 'server/formats/'],
    node: /^node:(dns|net)$/,
  },
  {
    at: 'server/flow/',
    wall: 'the story knows no Express, no shell and no SQL: stores, index and provider are handed in, as types',
    from: ['server/model', 'server/errors.ts', 'server/text/', 'server/checks/', 'server/formats/'],
    types: ['db/stores.ts', 'server/providers/provider.ts', 'server/memory/memory-index.ts'],
    node: /^node:(crypto|zlib|stream|stream\/promises)$/,
  },
  {
    at: 'server/http/',
    wall: 'http parses, calls one verb and answers',
    from: [
      'server/model',
      'server/errors.ts',
      'server/config.ts',
      'server/flow/',
      'server/text/',
      'server/checks/',
      'server/formats/',
      'server/sample/',
    ],
    types: ['db/stores.ts', 'server/providers/', 'server/memory/', 'server/web/', 'server/spelling'],
    node: ANY_NODE,
  },
  {
    at: 'server/cli/',
    wall: 'cli parses, calls one verb and prints; what it opens comes from the doors',
    from: ['server/', 'db/open.ts', 'db/upkeep.ts', 'package.json'],
    types: ['db/stores.ts'],
    node: ANY_NODE,
  },
  {
    at: 'client/',
    wall: 'the editor speaks to the server by HTTP and shares its pure rooms only',
    from: ['server/model', 'server/text/', 'server/checks/'],
    types: ['server/http/views.ts'],
    node: NO_NODE,
  },
  {
    at: 'server/',
    wall: 'only main and what starts the server put the parts together',
    from: ['server/', 'db/open.ts', 'package.json'],
    types: ['db/stores.ts'],
    node: ANY_NODE,
  },
];

/** Which files may import which npm package: its one door. */
export const DOORS: Record<string, RegExp> = {
  'better-sqlite3': /^db\//,
  'deepl-node': /^server\/providers\/deepl[\w-]*\.ts$/,
  diff: /^server\/text\/difference\.ts$/,
  express: /^server\/(app\.ts|http\/)/,
  helmet: /^server\/http\/guards\.ts$/,
  multer: /^server\/http\/uploads\.ts$/,
  zod: /^server\/(http\/|providers\/(openai|libretranslate)[\w-]*\.ts)/,
  saxes: /^server\/formats\/(xml|srx)[\w-]*\.ts$/,
  parse5: /^server\/formats\/html[\w-]*\.ts$/,
  fflate: /^server\/formats\/(zip|docx|odt)[\w-]*\.ts$/,
  'mdast-util-from-markdown': /^server\/formats\/markdown[\w-]*\.ts$/,
  'mdast-util-gfm': /^server\/formats\/markdown[\w-]*\.ts$/,
  'mdast-util-frontmatter': /^server\/formats\/markdown[\w-]*\.ts$/,
  'micromark-extension-gfm': /^server\/formats\/markdown[\w-]*\.ts$/,
  'micromark-extension-frontmatter': /^server\/formats\/markdown[\w-]*\.ts$/,
  '@mozilla/readability': /^server\/web\//,
  linkedom: /^server\/web\//,
  'ipaddr.js': /^server\/web\//,
  undici: /^server\/web\//,
  'hunspell-asm': /^server\/spelling/,
  'dictionary-fr': /^server\/spelling/,
  'dictionary-en': /^server\/spelling/,
  react: /^client\//,
  'react-dom': /^client\/(main|review\/list)\.tsx$/,
  vite: /^client\/vite\.config\.ts$/,
  '@vitejs/plugin-react': /^client\/vite\.config\.ts$/,
};

/** Why a reference may not stand, or null where it may. */
export function brokenWall(reference: Reference): string | null {
  const name = packageOf(reference.to);
  if (name !== null) return brokenDoor(reference, name);
  if (/^client\/vite\.config\.ts$/.test(reference.file)) return null;
  const room = ROOMS.find((one) => reference.file.startsWith(one.at));
  if (!room) return said(reference, 'it stands in no room that DESIGN knows');
  if (reference.to.startsWith('node:')) return room.node?.test(reference.to) ? null : said(reference, room.wall);
  const allowed = [room.at, ...room.from, ...(reference.typeOnly ? (room.types ?? []) : [])];
  return allowed.some((path) => reference.to.startsWith(path)) ? null : said(reference, room.wall);
}

function brokenDoor(reference: Reference, name: string): string | null {
  const door = DOORS[name];
  if (!door) return said(reference, `the package ${name} has no door`);
  return door.test(reference.file) ? null : said(reference, `the door of ${name} is ${door.source}`);
}

function said({ file, line, to }: Reference, wall: string): string {
  return `${file}:${line} takes ${to}, but ${wall}`;
}
