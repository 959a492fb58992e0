// XLIFF 2: references to data, notes, units and anything else by fragment identifiers (XLIFF 2.1, §4.4).
import { above, idsIn, type LintNode, type Report, walk } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

/** Reports references to nothing, and fragment identifiers that are none. */
export function lintReferences20(root: LintNode, report: Report): void {
  for (const file of root.children) {
    if (!isCore(file)) continue;
    const nodes = [...walk(file)];
    const units = new Set(nodes.filter((node) => isCore(node) && node.local === 'unit').map(idOf));
    for (const node of nodes) {
      if (!isCore(node)) continue;
      lintData(node, report);
      lintSubFlows(node, units, report);
      if (node.local === 'mrk' || node.local === 'sm') lintAnnotation(node, report);
    }
  }
}

function idOf({ attributes }: LintNode): string | undefined {
  return attributes['id'];
}

function lintData(node: LintNode, report: Report): void {
  for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
    const ref = node.attributes[name];
    if (ref === undefined) continue;
    const holder = above(node, 'match') ?? above(node, 'unit');
    const data = holder?.children.find((child) => isCore(child) && child.local === 'originalData');
    if (!data || !idsIn(data).has(ref)) report(node, 'reference', `${name} names ${ref}, which is no data here.`);
  }
}

function lintSubFlows(node: LintNode, units: ReadonlySet<string | undefined>, report: Report): void {
  for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
    for (const ref of node.attributes[name]?.split(/\s+/) ?? []) {
      if (!units.has(ref)) report(node, 'reference', `${name} names ${ref}, which is no unit of the file.`);
    }
  }
}

function lintAnnotation(node: LintNode, report: Report): void {
  const { type, value, ref } = node.attributes;
  const fragment = ref?.startsWith('#') ? fragmentOf(ref.slice(1)) : null;
  if (fragment === 'bad') report(node, 'fragment', `"${ref}" is no fragment identifier.`);
  if (type !== 'comment') return;
  if ((value === undefined) === (ref === undefined))
    report(node, 'comment', 'A comment has either a value or a reference to a note.');
  else if (ref !== undefined && !isNoteHere(node, fragment))
    report(node, 'comment', `"${ref}" refers to no note of the unit.`);
}

function isNoteHere(node: LintNode, fragment: Fragment | 'bad' | null): boolean {
  const unit = above(node, 'unit');
  if (!unit || fragment === null || fragment === 'bad' || fragment.leaf !== 'n') return false;
  const elsewhere = fragment.steps.length > 0 && fragment.unit !== idOf(unit);
  const notes = unit.children.find((child) => isCore(child) && child.local === 'notes');
  return !elsewhere && notes !== undefined && idsIn(notes).has(fragment.id);
}

interface Fragment {
  /** The prefixes on the way: f, g, u. */
  steps: string[];
  unit: string | null;
  /** The prefix of the last part, '' for a code or segment. */
  leaf: string;
  id: string;
}

const ID = '[\\p{L}\\p{N}\\p{M}\\p{Pc}._:\\u00b7-]+';
const PART = new RegExp(`^(?:(${ID})=)?(${ID})$`, 'u');
/** Prefixes of the modules, and those registered with OASIS for extensions. */
const MODULES = new Set(['ctr', 'fs', 'gls', 'its', 'itsm', 'mda', 'mtc', 'pgs', 'res', 'slr', 'tbx', 'val']);
const WAY = ['f', 'g', 'u'];

/** Reads what stands behind the `#`; `bad` where it breaks the syntax: f, g and u in this order, then one leaf at most. */
function fragmentOf(text: string): Fragment | 'bad' {
  const parts = text
    .replace(/^\//, '')
    .split('/')
    .map((part) => PART.exec(part));
  const fragment: Fragment = { steps: [], unit: null, leaf: '', id: '' };
  let last = -1;
  for (const [i, part] of parts.entries()) {
    if (!part) return 'bad';
    const [, prefix = '', id = ''] = part;
    const place = WAY.indexOf(prefix);
    if (place >= 0) {
      if (place <= last && prefix !== 'g') return 'bad';
      last = place;
      fragment.steps.push(prefix);
      if (prefix === 'u') fragment.unit = id;
    } else {
      if (i < parts.length - 1 || !isLeaf(prefix)) return 'bad';
      fragment.leaf = prefix;
      fragment.id = id;
    }
  }
  return fragment;
}

function isLeaf(prefix: string): boolean {
  return prefix === '' || prefix === 'n' || prefix === 'd' || prefix === 't' || MODULES.has(prefix);
}
