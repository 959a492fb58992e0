// XLIFF 2: ids that must be one of a kind, languages, white space and the order of targets.
import { type LintNode, type Report, reportTwice, walk } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

const idOf = ({ attributes }: LintNode) => attributes['id'];
const extensionId = ({ attributes }: LintNode) => attributes['id'] ?? attributes['xml:id'];

/** Reports ids that stand twice in their scope, targets without their language, and sides that disagree. */
export function lintIds20(root: LintNode, report: Report): void {
  reportTwice(root.children.filter(isFile), idOf, report, 'the files');
  for (const file of root.children.filter(isFile)) {
    const inside = [...walk(file)].filter(isCore);
    reportTwice(inside.filter(named('group')), idOf, report, 'the groups of the file');
    reportTwice(inside.filter(named('unit')), idOf, report, 'the units of the file');
    for (const unit of inside.filter(named('unit'))) lintUnit(unit, root, report);
  }
  for (const node of walk(root)) {
    if (!isCore(node)) continue;
    if (node.local === 'notes') reportTwice(node.children, idOf, report, 'the notes');
    if (node.local === 'originalData') reportTwice(node.children, idOf, report, 'the data');
    if (['xliff', 'file', 'group', 'unit'].includes(node.local)) lintExtensions(node, report);
  }
}

function named(local: string): (node: LintNode) => boolean {
  return (node) => node.local === local;
}

const isFile = (node: LintNode) => isCore(node) && node.local === 'file';

function lintExtensions(holder: LintNode, report: Report): void {
  const own = holder.children.filter(({ namespace }) => !namespace.startsWith('urn:oasis:names:tc:xliff:'));
  reportTwice(
    own.flatMap((node) => [...walk(node)]),
    extensionId,
    report,
    `the extensions of the ${holder.local}`,
  );
}

const INLINE = new Set(['ph', 'pc', 'sc', 'ec', 'mrk', 'sm']);

function lintUnit(unit: LintNode, root: LintNode, report: Report): void {
  const parts = unit.children.filter(
    (node) => isCore(node) && (node.local === 'segment' || node.local === 'ignorable'),
  );
  const sides = (local: string) => parts.flatMap((part) => part.children.filter(named(local)));
  const [sources, targets] = [sides('source'), sides('target')];
  const marks = (side: readonly LintNode[]) =>
    side.flatMap((node) => [...walk(node)]).filter((node) => isCore(node) && INLINE.has(node.local));
  reportTwice([...parts, ...marks(sources)], idOf, report, 'the segments and codes of the unit');
  reportTwice(marks(targets), idOf, report, 'the codes of the unit’s targets');
  for (const source of sources) lintLanguage(source, root.attributes['srcLang'], 'srcLang', report);
  for (const target of targets) {
    lintLanguage(target, root.attributes['trgLang'], 'trgLang', report);
    lintSpace(target, report);
  }
  lintOrder(parts, report);
}

function lintLanguage(side: LintNode, language: string | undefined, name: string, report: Report): void {
  if (language === undefined) {
    if (side.local === 'target')
      report(side, 'target-language', 'A target stands, but the file does not name trgLang.');
    return;
  }
  const own = inherited(side, 'xml:lang');
  if (own !== undefined && own.toLowerCase() !== language.toLowerCase())
    report(side, 'language', `Its xml:lang is ${own}, but ${name} is ${language}.`);
}

/** An attribute that elements hand down to those inside. */
function inherited(node: LintNode, name: string): string | undefined {
  for (let here: LintNode | null = node; here; here = here.parent) {
    const own = here.attributes[name];
    if (own !== undefined) return own;
  }
  return undefined;
}

function lintSpace(target: LintNode, report: Report): void {
  const source = target.parent?.children.find(named('source'));
  const spaceOf = (side: LintNode) => inherited(side, 'xml:space') ?? 'default';
  if (source && spaceOf(source) !== spaceOf(target))
    report(target, 'white-space', 'Source and target do not agree in xml:space.');
}

/** Without `order` a target stands where its segment does. */
function lintOrder(parts: readonly LintNode[], report: Report): void {
  const taken = new Set<number>();
  parts.forEach((part, i) => {
    const target = part.children.find(named('target'));
    const order = Number(target?.attributes['order'] ?? i + 1);
    if (order > parts.length) report(target ?? part, 'order', `There are no ${order} segments to order.`);
    if (taken.has(order)) report(target ?? part, 'order', `Two targets want to be number ${order}.`);
    taken.add(order);
  });
}
