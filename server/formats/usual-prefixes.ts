// Programs may bind the namespaces of WordprocessingML to prefixes of their own (ns0:p). Such a part is read under the usual ones, and
// written back under its own.

/** The usual prefixes by namespace: ECMA-376 transitional and strict, and markup compatibility. */
const USUAL: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

/** The text of a part under the usual prefixes: the very same where it has no others, or where theirs mean something else. */
export function usualPrefixes(xml: string): string {
  const own = prefixesOf(xml);
  return own.size === 0 ? xml : renamed(xml, own);
}

/** A text that was written under the usual prefixes, under those of the part that it came from. */
export function ownPrefixes(written: string, original: string): string {
  const own = prefixesOf(original);
  return own.size === 0 ? written : renamed(written, new Map([...own].map(([prefix, usual]) => [usual, prefix])));
}

const DECLARED = /\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ROOT = /<[^<>!?](?:"[^"]*"|'[^']*'|[^<>"'])*>/;

/** The prefixes of the root element that are not the usual ones, with those in their place. */
function prefixesOf(xml: string): Map<string, string> {
  const declared = [...(ROOT.exec(xml)?.[0] ?? '').matchAll(DECLARED)].map(
    ([, prefix = '', double, single]) => [prefix, double ?? single ?? ''] as const,
  );
  const taken = new Set(declared.map(([prefix]) => prefix));
  return new Map(
    declared.flatMap(([prefix, namespace]) => {
      const usual = Object.hasOwn(USUAL, namespace) ? USUAL[namespace] : undefined;
      return usual && usual !== prefix && !taken.has(usual) ? [[prefix, usual] as const] : [];
    }),
  );
}

const TAG = /<[^<>!?](?:"[^"]*"|'[^']*'|[^<>"'])*>/g;
const NAME = /"[^"]*"|'[^']*'|(^<\/?|\s(?:xmlns:)?)([\w.-]+)(?=([:=\s]))/g;

function renamed(xml: string, names: ReadonlyMap<string, string>): string {
  return xml.replace(TAG, (tag) =>
    tag.replace(NAME, (whole: string, before: string | undefined, prefix: string, behind: string) => {
      const name = before === undefined ? undefined : names.get(prefix);
      const binds = before?.endsWith('xmlns:') ?? false;
      return name !== undefined && (binds ? behind !== ':' : behind === ':') ? before + name : whole;
    }),
  );
}
