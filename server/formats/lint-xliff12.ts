// XLIFF 1.2: what its schema says of ids and states, and what it leaves to the reader: pairs, references, targets.
import { above, contentOf, type LintNode, type Report, reportTwice, walk } from './lint-node.ts';
import { Waiting } from './waiting.ts';

const NEEDED: Record<string, string[]> = {
  file: ['original', 'source-language', 'datatype'],
  'trans-unit': ['id'],
  phase: ['phase-name', 'process-name'],
  tool: ['tool-id', 'tool-name'],
  mrk: ['mtype'],
  ...Object.fromEntries(['g', 'x', 'bx', 'ex', 'ph', 'bpt', 'ept', 'it'].map((name) => [name, ['id']])),
};

const STATES =
  /^(new|needs-(translation|adaptation|l10n|review-(translation|adaptation|l10n))|translated|signed-off|final|x-.+)$/;

const idOf = ({ attributes }: LintNode) => attributes['id'];

/** Reports what other tools stumble over in a file of XLIFF 1.0 to 1.2. */
export function lintXliff12(root: LintNode, report: Report): void {
  for (const node of walk(root)) {
    if (!isOwn(node)) continue;
    for (const name of NEEDED[node.local] ?? []) {
      if (node.attributes[name] === undefined)
        report(node, 'missing-attribute', `${node.local} needs the attribute ${name}.`);
    }
    if (node.local === 'file') lintFile(node, report);
    if (node.local === 'trans-unit') lintUnit(node, report);
    if (node.local === 'source' || node.local === 'target' || node.local === 'seg-source') lintSide(node, report);
  }
}

/** Whether an element is XLIFF's: what others put beside it (SDL has a ph of its own) is theirs. */
function isOwn({ namespace }: LintNode): boolean {
  return namespace === '' || namespace.startsWith('urn:oasis:names:tc:xliff:');
}

function lintFile(file: LintNode, report: Report): void {
  const inside = [...walk(file)];
  const of = (...names: string[]) => inside.filter(({ local }) => names.includes(local));
  reportTwice(of('trans-unit', 'bin-unit'), idOf, report, 'the units of the file');
  reportTwice(of('group'), idOf, report, 'the groups of the file');
  lintNames(inside, 'tool-id', of('tool'), report);
  lintNames(inside, 'phase-name', of('phase'), report);
}

/** An attribute that names a tool or a phase names one of the header. */
function lintNames(nodes: readonly LintNode[], name: string, known: readonly LintNode[], report: Report): void {
  const names = new Set(known.map(({ attributes }) => attributes[name]));
  for (const node of nodes) {
    const value = node.attributes[name];
    if (value !== undefined && !names.has(value))
      report(node, 'reference', `${name} names ${value}, which the header lacks.`);
  }
}

function lintUnit(unit: LintNode, report: Report): void {
  const child = (local: string) => unit.children.filter((node) => node.local === local);
  const [source] = child('source');
  const [target, second] = child('target');
  if (!source) report(unit, 'content', 'A trans-unit needs a source.');
  if (second) report(second, 'content', 'A trans-unit has one target.');
  const state = target?.attributes['state'];
  if (target && state !== undefined && !STATES.test(state)) report(target, 'value', `"${state}" is no state.`);
  const blank = !target || (contentOf(target).trim() === '' && target.children.length === 0);
  const words = source && contentOf(source).trim() !== '';
  if (blank && words && (unit.attributes['approved'] === 'yes' || /^(translated|signed-off|final)$/.test(state ?? '')))
    report(target ?? unit, 'state-without-target', 'What says that it is translated has no target.');
  const [cut] = child('seg-source');
  lintSegments(cut, target, report);
}

function lintSegments(cut: LintNode | undefined, target: LintNode | undefined, report: Report): void {
  const marks = (side: LintNode | undefined) =>
    side ? [...walk(side)].filter(({ local, attributes }) => local === 'mrk' && attributes['mtype'] === 'seg') : [];
  const mid = ({ attributes }: LintNode) => attributes['mid'];
  reportTwice(marks(cut), mid, report, 'the segments of the unit');
  const known = new Set(marks(cut).map(mid));
  for (const mark of marks(target)) {
    if (!known.has(mid(mark))) report(mark, 'reference', `mid ${mid(mark) ?? ''} is no segment of the source.`);
  }
}

/** bpt with ept, bx with ex: tied by rid, else by id; the one that was opened last goes first. */
function lintSide(side: LintNode, report: Report): void {
  const open = new Waiting<LintNode>();
  const proposal = above(side, 'alt-trans') !== null;
  for (const node of walk(side)) {
    if (!proposal && above(node, 'alt-trans')) continue;
    if (node.local === 'bpt' || node.local === 'bx') open.add(refsOf(node, node.local), node);
    if (node.local !== 'ept' && node.local !== 'ex') continue;
    const begins = node.local === 'ept' ? 'bpt' : 'bx';
    if (!open.take(refsOf(node, begins)))
      report(node, 'pair', `${node.local} ${idOf(node) ?? ''} ends what no ${begins} before it begins.`);
  }
  for (const node of open.left()) report(node, 'pair', `${node.local} ${idOf(node) ?? ''} has no end.`);
}

/** What ties the ends of a pair together, under the name of the end that begins it. */
function refsOf({ attributes }: LintNode, begins: string): string[] {
  const refs = [attributes['rid'], attributes['id']].filter((one) => one !== undefined);
  return refs.map((ref) => `${begins} ${ref}`);
}
