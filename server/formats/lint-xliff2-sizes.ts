// XLIFF 2: restrictions of size and storage (XLIFF 2.1, §5.7), as the standard's own profiles write them.
import { above, type LintNode, type Report, remembered, walk } from './lint-node.ts';

/** A least and a most, or the most alone; `*` is no limit. */
const RESTRICTION = /^(\*|\d+(,(\d+|\*))?)$/;
const PATTERNS: Record<string, RegExp> = {
  sizeRestriction: RESTRICTION,
  storageRestriction: RESTRICTION,
  equivStorage: /^\d+$/,
};
/** What stands on the beginning of a pair, and on an end only where that is alone. */
const OF_PAIR = ['sizeInfo', 'sizeInfoRef', 'equivStorage'];

/** Reports values of the module's attributes, by their local names, that its profiles do not know or that contradict each other. */
export function lintSizes(node: LintNode, own: ReadonlyMap<string, string>, report: Report): void {
  if (own.size === 0) return;
  if (usesOwnProfiles(node)) lintValues(node, own, report);
  if (own.has('sizeInfo') && own.has('sizeInfoRef'))
    report(node, 'size', 'sizeInfo and sizeInfoRef may not stand together.');
  if (node.local === 'ec' && node.attributes['isolated'] !== 'yes' && OF_PAIR.some((name) => own.has(name)))
    report(node, 'size', 'The size of a pair stands on its sc, not on its ec.');
  const ref = own.get('sizeInfoRef');
  if (ref !== undefined && !isDataAround(node, ref))
    report(node, 'reference', `sizeInfoRef names ${ref}, which no data of the module around it is.`);
}

function lintValues(node: LintNode, own: ReadonlyMap<string, string>, report: Report): void {
  for (const [name, value] of own) {
    const pattern = Object.hasOwn(PATTERNS, name) ? PATTERNS[name] : undefined;
    // What sizeInfo says is the profile's own; a number of code points is whole.
    const wrong = pattern ? !pattern.test(value) : name === 'sizeInfo' && /^\d+\.\d+$/.test(value);
    if (wrong) report(node, 'size', `"${value}" is no value for ${name}.`);
  }
}

/** Whether the file restricts sizes by profiles of the standard, or says nothing of others. */
function usesOwnProfiles(node: LintNode): boolean {
  const profiles = above(node, 'file')?.children.find(({ local }) => local === 'profiles');
  const { generalProfile = '', storageProfile = '' } = profiles?.attributes ?? {};
  return [generalProfile, storageProfile].every((profile) => profile === '' || profile.startsWith('xliff:'));
}

function isDataAround(node: LintNode, ref: string): boolean {
  for (let here = node.parent; here; here = here.parent) if (sizeData(here).has(ref)) return true;
  return false;
}

/** The ids in the data of the module that stand in an element. */
const sizeData = remembered((holder) => {
  const data = holder.children.filter(
    ({ local, namespace }) => local === 'data' && namespace.includes('sizerestriction'),
  );
  return new Set(data.flatMap((one) => [...walk(one)].map(({ attributes }) => attributes['id'])));
});
