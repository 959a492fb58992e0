// XLIFF 2: what change tracking says of the elements that changed (XLIFF 2.1, §5.6).
import type { LintNode, Report } from './lint-node.ts';
import { isCore } from './lint-xliff2-shape.ts';

/** Reports revisions of an element that is not there, of one that they do not single out, and of attributes that it lacks. */
export function lintRevisions(node: LintNode, report: Report): void {
  const holder = node.parent?.parent;
  if (!holder) return;
  const { appliesTo = '', ref } = node.attributes;
  const inside = below(holder);
  const found = ref === undefined ? undefined : inside.find(({ attributes }) => attributes['id'] === ref);
  if (ref !== undefined && !found) report(node, 'reference', `ref names ${ref}, which stands nowhere around it.`);
  const alike = inside.filter(({ local }) => local === appliesTo);
  if (ref === undefined && alike.length > 1 && alike.some(({ attributes }) => attributes['id'] !== undefined))
    report(node, 'reference', `There are several of ${appliesTo}: ref must name one.`);
  if (found && found.local === appliesTo) lintItems(node, found, report);
}

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
