// XLIFF 2: inline codes and annotations: pairs, copies, and what may not be moved or taken away (XLIFF 2.1, §4.7).
import { type LintNode, type Report, walk } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

const CODES = new Set(['ph', 'pc', 'sc', 'ec']);

/** Reports broken pairs, copies of nothing, and targets that lack or move what is fixed. */
export function lintCodes20(root: LintNode, report: Report): void {
  for (const unit of walk(root)) {
    if (!isCore(unit) || unit.local !== 'unit') continue;
    const segments = unit.children.filter(
      (node) => isCore(node) && (node.local === 'segment' || node.local === 'ignorable'),
    );
    const side = (local: string) =>
      segments
        .flatMap((part) => part.children.filter((node) => node.local === local))
        .flatMap((node) => [...walk(node)]);
    for (const nodes of [side('source'), side('target')]) {
      const codes = nodes.filter((node) => CODES.has(node.local));
      lintStarts(nodes, report);
      for (const code of codes) lintCode(code, report);
      lintCopies(codes, side('source'), report);
    }
    lintSequences(segments, report);
    lintFixed(segments, side('target'), report);
  }
}

/** sc with ec, sm with em: the end refers to a beginning before it, and a beginning that is not alone has its end. */
function lintStarts(nodes: readonly LintNode[], report: Report): void {
  const open = new Map<string, LintNode>();
  for (const node of nodes) {
    const { id = '', startRef } = node.attributes;
    if (node.local === 'sc' || node.local === 'sm') open.set(`${node.local} ${id}`, node);
    if (node.local === 'ec') lintEnd(node, open, report);
    if (node.local === 'em' && !open.delete(`sm ${startRef}`))
      report(node, 'pair', `em ends ${startRef}, which no sm before it begins.`);
  }
  for (const node of open.values()) {
    if (node.attributes['isolated'] !== 'yes')
      report(node, 'pair', `${node.local} ${node.attributes['id'] ?? ''} has no end in the unit.`);
  }
}

function lintEnd(node: LintNode, open: Map<string, LintNode>, report: Report): void {
  const { startRef, isolated, id } = node.attributes;
  const start = open.get(`sc ${startRef}`);
  if (isolated === 'yes') {
    if (startRef !== undefined || id === undefined)
      report(node, 'isolated', 'An isolated ec has an id and no startRef.');
  } else if (startRef === undefined) report(node, 'isolated', 'An ec that is not isolated needs startRef.');
  else if (!start) report(node, 'pair', `ec ends ${startRef}, which no sc before it begins.`);
  else {
    if (id !== undefined) report(node, 'isolated', 'An ec with startRef has no id of its own.');
    if (start.attributes['isolated'] === 'yes')
      report(node, 'pair', `ec ends ${startRef}, which says that it stands alone.`);
    open.delete(`sc ${startRef}`);
    lintAgreement(start, node, report);
  }
}

/** What may be done with the beginning may be done with the end. */
function lintAgreement(start: LintNode, end: LintNode, report: Report): void {
  const { startRef } = end.attributes;
  for (const name of ['canCopy', 'canDelete', 'canOverlap']) {
    if (allows(start, name) !== allows(end, name))
      report(end, 'pair', `${name} of sc and ec ${startRef} do not agree.`);
  }
  const first = allows(start, 'canReorder');
  if (allows(end, 'canReorder') !== (first === 'firstNo' ? 'no' : first))
    report(end, 'pair', `canReorder of sc and ec ${startRef} do not agree.`);
}

/** Everything may be done with a code that does not say otherwise; pc alone may not overlap. */
function allows({ attributes, local }: LintNode, name: string): string {
  return attributes[name] ?? (name === 'canOverlap' && local === 'pc' ? 'no' : 'yes');
}

function lintCode(code: LintNode, report: Report): void {
  if (allows(code, 'canReorder') === 'yes') return;
  if (allows(code, 'canCopy') !== 'no' || allows(code, 'canDelete') !== 'no')
    report(code, 'reorder', 'What may not be moved may be neither copied nor deleted.');
}

function lintCopies(codes: readonly LintNode[], sources: readonly LintNode[], report: Report): void {
  const known = new Map([...sources, ...codes].map((node) => [node.attributes['id'] ?? '', node]));
  for (const code of codes) {
    const { copyOf } = code.attributes;
    if (copyOf === undefined) continue;
    const original = known.get(copyOf);
    if (!original || !CODES.has(original.local))
      report(code, 'copy', `copyOf names ${copyOf}, which is no code of the unit.`);
    else if (allows(original, 'canCopy') === 'no') report(code, 'copy', `Code ${copyOf} may not be copied.`);
    if (['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => code.attributes[name] !== undefined))
      report(code, 'copy', 'A copy with original data of its own is no copy: leave out copyOf.');
  }
}

/** Sequences of codes that stay together: each begins with firstNo and goes on with no. */
function lintSequences(segments: readonly LintNode[], report: Report): void {
  for (const segment of segments) {
    const [source, target] = ['source', 'target'].map((local) => segment.children.find((node) => node.local === local));
    const inSource = source ? sequences(source, report) : [];
    if (!target) continue;
    const there = trail(target);
    const places = new Map(there.map((name, i) => [name, i] as const).toReversed());
    for (const sequence of inSource) {
      const at = places.get(sequence[0] ?? '');
      if (at === undefined) continue;
      if (sequence.some((step, i) => there[at + i] !== step))
        report(target, 'reorder', `The codes ${sequence.join(', ')} may not be parted or moved.`);
    }
  }
}

function sequences(side: LintNode, report: Report): string[][] {
  const found: string[][] = [];
  let open: string[] | null = null;
  for (const step of steps(side)) {
    const value = step.reorder;
    if (value === 'firstNo') {
      open = [step.name];
      found.push(open);
    } else if (value === 'no' && open) open.push(step.name);
    else if (value === 'no') report(step.node, 'reorder', 'A sequence that may not be moved begins with firstNo.');
    else open = null;
  }
  return found.filter((sequence) => sequence.length > 1);
}

interface Step {
  node: LintNode;
  name: string;
  reorder: string;
}

/** Codes in the order in which they begin and end; the end of a pc that may not be moved goes with its beginning. */
function steps(side: LintNode): Step[] {
  return side.children.flatMap((node): Step[] => {
    const inside = steps(node);
    if (!CODES.has(node.local)) return inside;
    const name = node.attributes['id'] ?? `/${node.attributes['startRef'] ?? ''}`;
    const reorder = allows(node, 'canReorder');
    const begins: Step = { node, name, reorder };
    if (node.local !== 'pc') return [begins];
    return [begins, ...inside, { node, name: `/${name}`, reorder: reorder === 'firstNo' ? 'no' : reorder }];
  });
}

function trail(side: LintNode): string[] {
  return steps(side).map(({ name }) => name);
}

/** A code that may not be deleted is in some target of the unit as soon as its own segment has one. */
function lintFixed(segments: readonly LintNode[], targets: readonly LintNode[], report: Report): void {
  const kept = new Set(targets.map((node) => node.attributes['id']));
  for (const segment of segments) {
    const target = segment.children.find((node) => node.local === 'target');
    const source = segment.children.find((node) => node.local === 'source');
    if (!target || !source) continue;
    for (const code of walk(source)) {
      const { id } = code.attributes;
      if (!CODES.has(code.local) || id === undefined || allows(code, 'canDelete') !== 'no' || kept.has(id)) continue;
      report(target, 'deleted-code', `Code ${id} may not be deleted, but no target has it.`);
    }
  }
}
