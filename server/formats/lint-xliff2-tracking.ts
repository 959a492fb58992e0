// XLIFF 2: what change tracking says of the elements that changed (XLIFF 2.1, §5.6).
import { type LintNode, type Report, remembered } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

/** Reports revisions of an element that is not there, of one that they do not single out, and of attributes that it lacks. */
export function lintRevisions(node: LintNode, report: Report): void {
  const holder = node.parent?.parent;
  if (!holder) return;
  const { appliesTo = '', ref } = node.attributes;
  const { byId, byName } = insideOf(holder);
  const found = ref === undefined ? undefined : byId.get(ref);
  if (ref !== undefined && !found) report(node, 'reference', `ref names ${ref}, which stands nowhere around it.`);
  const alike = byName.get(appliesTo) ?? { count: 0, named: false };
  if (ref === undefined && alike.count > 1 && alike.named)
    report(node, 'reference', `There are several of ${appliesTo}: ref must name one.`);
  if (found && found.local === appliesTo) lintItems(node, found, report);
}

/** What is inside of a holder, by id (the first of each), and how much there is of each name. */
const insideOf = remembered((holder) => {
  const byId = new Map<string, LintNode>();
  const byName = new Map<string, { count: number; named: boolean }>();
  for (const node of below(holder)) {
    const { id } = node.attributes;
    if (id !== undefined && !byId.has(id)) byId.set(id, node);
    const { count, named } = byName.get(node.local) ?? { count: 0, named: false };
    byName.set(node.local, { count: count + 1, named: named || id !== undefined });
  }
  return { byId, byName };
});

/** The elements of the core below, as far as the next holder of changes of its own. */
function below(holder: LintNode): LintNode[] {
  return holder.children.filter(isCore).flatMap((child) => [child, ...(HOLDERS.has(child.local) ? [] : below(child))]);
}

const HOLDERS: ReadonlySet<string> = new Set(['file', 'group', 'unit']);

function lintItems(revisions: LintNode, changed: LintNode, report: Report): void {
  for (const revision of revisions.children) {
    const seen = new Set<string>();
    for (const item of revision.children) {
      const { property = '' } = item.attributes;
      if (property !== 'content' && changed.attributes[property] === undefined)
        report(item, 'reference', `${changed.local} has no attribute ${property}.`);
      if (seen.has(property)) report(item, 'duplicate-id', `${property} stands twice in one revision.`);
      seen.add(property);
    }
  }
}
