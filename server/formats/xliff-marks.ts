// Annotations in a translation (terms, comments, what a tool remarks): what of them outlives a new text.
import { descendants, elementsOf, type XmlTree } from './xml-tree.ts';

/** The element that a new text stands in: the innermost of the marks that stand around all of the old one, else the target itself. */
export function coreOf(target: XmlTree): XmlTree {
  for (let core = target; ; ) {
    const [mark, ...others] = elementsOf(core);
    const beside = core.children.some((child) => typeof child === 'string' && child.trim() !== '');
    if (!mark || others.length > 0 || beside || !isAnnotation(mark) || mark.empty) return core;
    core = mark;
  }
}

/** Whether the old text holds marks that a new one cannot have, for nobody says which of its words they would be of. */
export function losesMarks(target: XmlTree): boolean {
  const core = coreOf(target);
  return ['mrk', 'sm', 'em'].some((name) => [...descendants(core, name)].some(isAnnotation));
}

/** A cut into segments is no annotation; what a tool has struck out is no text. */
function isAnnotation({ local, attributes }: XmlTree): boolean {
  if (local === 'sm' || local === 'em') return true;
  return local === 'mrk' && attributes['mtype'] !== 'seg' && attributes['mtype'] !== 'x-sdl-deleted';
}
