// What HTML's elements are to a translator: bounds of blocks, inline codes, or matter that is never translated.

const words = (list: string) => new Set(list.split(' '));

/** Elements whose tags bound a block of text; all others stand inside one as inline codes. */
export const BLOCKS = words(
  'address article aside blockquote body button caption center colgroup dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html label legend li main menu nav ol p pre search ' +
    'section summary table tbody td tfoot th thead title tr ul',
);

/** Elements without content or end tag. */
export const VOIDS = words('area base br col embed hr img input link meta param source track wbr');

/** Elements whose whole content is never translated. */
export const PROTECTED = words(
  'applet audio canvas code datalist embed iframe kbd map math meter noembed noframes noscript object progress samp script ' +
    'select style svg template textarea video xmp',
);

/** Of the protected ones, those that say something within a sentence: they are kept in a segment even at its edges. */
export const SPOKEN = words('code kbd samp math');

/** Elements that show something although they hold no text. */
export const MEDIA = words('audio embed iframe img object picture video');

const TYPES: Record<string, string> = {
  a: 'link',
  b: 'bold',
  br: 'break',
  wbr: 'break',
  cite: 'cite',
  code: 'code',
  del: 'strike',
  em: 'italic',
  i: 'italic',
  img: 'image',
  ins: 'underline',
  kbd: 'code',
  mark: 'highlight',
  picture: 'image',
  q: 'quote',
  s: 'strike',
  samp: 'code',
  strike: 'strike',
  strong: 'bold',
  svg: 'image',
  u: 'underline',
};

/** The type of the inline code that an element becomes: bold, link, break…, else the element's own name. */
export function codeType(element: string): string {
  return Object.hasOwn(TYPES, element) ? (TYPES[element] ?? element) : element;
}

/** What an open element is closed by when its end tag is left out: [start tag, what it closes, where the search stops]. */
const IMPLIED: readonly (readonly [ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>])[] = [
  [words('li'), words('li'), words('ul ol menu dir')],
  [words('dt dd'), words('dt dd'), words('dl')],
  [words('td th'), words('td th'), words('tr table')],
  [words('tr'), words('tr td th'), words('table tbody thead tfoot')],
  [words('tbody thead tfoot'), words('tbody thead tfoot tr td th caption colgroup'), words('table')],
  [words('body'), words('head'), words('html')],
  [words('h1 h2 h3 h4 h5 h6'), words('h1 h2 h3 h4 h5 h6'), words('div section article td th li header')],
];

/** How many of the open elements (innermost last) a start tag closes by itself. */
export function closedBy(name: string, open: readonly string[]): number {
  const inParagraph = open.at(-1) === 'p' ? 1 : 0;
  const rule = IMPLIED.find(([starts]) => starts.has(name));
  if (!rule) return inParagraph;
  const [, closes, stops] = rule;
  const bound = open.findLastIndex((one) => stops.has(one));
  const outermost = open.findIndex((one, at) => at > bound && closes.has(one));
  return outermost < 0 ? inParagraph : open.length - outermost;
}

const TABLE = words('table tbody thead tfoot tr td th caption');

/** How many of the open elements an end tag closes; 0 where it answers none. A stray one inside a cell stays in the cell. */
export function endedBy(name: string, open: readonly string[]): number {
  const at = open.lastIndexOf(name);
  if (at < 0) return 0;
  const crossesTable = !TABLE.has(name) && open.slice(at + 1).some((one) => TABLE.has(one));
  return crossesTable ? 0 : open.length - at;
}
