// Targets and states written back into the XLIFF file that they were read from. All else keeps its characters.
import type { Language } from '../model.ts';
import { pieces } from '../text/inline.ts';
import { type Edit, inOrder, splice } from './edits.ts';
import type { WrittenSegment, WrittenText } from './format.ts';
import { type Answer, answersOf, differs, leastOf } from './xliff-answers.ts';
import { coreOf, losesMarks } from './xliff-marks.ts';
import { rejectionOf } from './xliff-names.ts';
import { segmentDefinitions } from './xliff-segments.ts';
import { OWN_STATES, sdlOf } from './xliff-states.ts';
import type { XliffUnit } from './xliff-units.ts';
import { childOf, innerOf, openTagOf, placeOf, type XmlTree } from './xml-tree.ts';
import { escapeAttribute, escapeText, legalRuns } from './xml-write.ts';

/**
 * Writes the segments of units into the file. Where nothing differs from what the file says but repetitions, which have followed their
 * first occurrence since the file came, the very same text comes back.
 */
export function writeTargets(
  text: string,
  wanted: ReadonlyMap<XliffUnit, readonly WrittenSegment[]>,
  to: Language,
): WrittenText {
  const edits: Edit[] = [];
  const speaking = new Set<number>();
  const changed = [...wanted].flatMap(([unit, segments]) => {
    const answers = answersOf(unit, segments);
    return answers.some(differs) ? [{ unit, answers }] : [];
  });
  if (!changed.some(({ answers }) => answers.some((answer) => differs(answer) && !answer.now.follows)))
    return { text, notice: null };
  for (const { unit, answers } of changed) {
    if (unit.context.to !== to && isUnsaid(unit)) speaking.add(unit.context.languageTagEnd);
    edits.push(
      ...(unit.context.version === 2
        ? answers.filter(differs).flatMap((answer) => edits20(text, answer))
        : edits12(text, unit, answers)),
    );
  }
  for (const end of speaking) edits.push(languageEdit(text, end, to));
  const lost = changed.flatMap(({ answers }) => answers).filter(isWithoutMarks).length;
  const what = 'marks of the old translation (terms, comments) that do not stand around all of it are gone';
  return { text: splice(text, inOrder(edits)), notice: lost === 0 ? null : `In ${lost} of the segments ${what}.` };
}

function isWithoutMarks(answer: Answer): boolean {
  const { segment, now } = answer;
  const { target } = segment.at;
  return target !== null && differs(answer) && now.target !== segment.target && losesMarks(target);
}

/** Whether a file names no language of its targets, or, as templates do, that of its sources. */
function isUnsaid({ context: { from, to } }: XliffUnit): boolean {
  return !to || to.toLowerCase() === from.toLowerCase();
}

/** A file with targets must name their language. */
function languageEdit(text: string, end: number, to: Language): Edit {
  const tag = { start: text.lastIndexOf('<', end - 1), end };
  const raw = slice(text, tag);
  const name = /\ssrcLang\s*=/.test(raw) ? 'trgLang' : 'target-language';
  return { ...tag, text: withAttributes(raw, { [name]: to }) };
}

/** The target as the file writes it, the source's outer white space around it, each code as the element that it came from. */
function contentOf(text: string, { segment, now, marks }: Answer): string {
  const { lead, trail } = segment.at;
  const version = segment.at.holder.local === 'segment' ? 2 : 1;
  const escaped = (run: string) =>
    version === 1
      ? escapeText(run)
      : legalRuns(run)
          .map((part) =>
            typeof part === 'string' ? escapeText(part) : `<cp hex="${part.toString(16).padStart(4, '0')}"/>`,
          )
          .join('');
  const continued = new Map(now.codes.map((code) => [code.id, code.continues ?? code.id]));
  const times = new Map<string, number>();
  const inner = pieces(now.target, now.codes).map((piece) => {
    if (piece.kind === 'text') return escaped(piece.text);
    const id = continued.get(piece.id) ?? piece.id;
    const { open, close } = marks.get(piece.id) ?? marks.get(id) ?? { open: null, close: null };
    // An end that stands alone in its segment is a single code.
    const from = piece.kind === 'close' ? close : piece.kind === 'single' ? (open ?? close) : open;
    const time = (times.get(`${piece.kind} ${id}`) ?? 0) + 1;
    times.set(`${piece.kind} ${id}`, time);
    const raw = from ? rawEnd(text, from, piece.kind) : '';
    return version === 2 && time > 1 ? copied(raw, time) : raw;
  });
  return escaped(lead) + inner.join('') + escaped(trail);
}

/** One end of a code as the file has it. A g or a pc is its own tags; everything else stands whole. */
function rawEnd(text: string, tree: XmlTree, kind: 'open' | 'close' | 'single'): string {
  if (tree.local !== 'g' && tree.local !== 'pc') return slice(text, placeOf(tree, text));
  if (kind === 'close') return `</${tree.name}>`;
  const tag = slice(text, openTagOf(tree, text));
  return tree.empty ? `${tag.slice(0, -2).trimEnd()}>` : tag;
}

/** A code again: inside one text of 2.x every code has an id of its own, and a copy without data names what it copies (§4.3.1.4). */
function copied(tag: string, time: number): string {
  const [, name = '', id = ''] = /\s(id|startRef)\s*=\s*["']([^"']*)/.exec(tag) ?? [];
  if (name === '') return tag;
  const again = `${id}-${time}`;
  if (name === 'startRef') return withAttributes(tag, { startRef: again });
  return withAttributes(tag, /\sdataRef/.test(tag) ? { id: again } : { id: again, copyOf: id });
}

function slice(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

/** A name with the prefix that its neighbour has. */
function named(like: XmlTree, local: string): string {
  return like.name.slice(0, like.name.length - like.local.length) + local;
}

function edits20(text: string, answer: Answer): Edit[] {
  const { holder, source, target } = answer.segment.at;
  const { state } = answer.now;
  const content = contentOf(text, answer);
  const said = state === 'approved' ? 'final' : state === 'translated' ? 'translated' : 'initial';
  const detail = state === 'draft' || state === 'rejected' ? `bitexte:${state}` : null;
  const tag = openTagOf(holder, text);
  const opened = withAttributes(slice(text, tag), { state: said, subState: detail });
  return [{ ...tag, text: opened }, filled(text, source, target, content)];
}

/** The target with new content, put behind the source where none stands. */
function filled(text: string, source: XmlTree, target: XmlTree | null, content: string): Edit {
  if (target && !target.empty) return { ...innerOf(coreOf(target), text), text: content };
  if (target) {
    const tag = slice(text, placeOf(target, text)).slice(0, -2).trimEnd();
    return { ...placeOf(target, text), text: `${tag}>${content}</${target.name}>` };
  }
  return newTarget(source, content, {});
}

/** A target behind its source, whose white space counts as the source's does. */
function newTarget(source: XmlTree, content: string, attributes: Record<string, string | null>): Edit {
  const name = named(source, 'target');
  const tag = withAttributes(`<${name}>`, { 'xml:space': source.attributes['xml:space'] ?? null, ...attributes });
  return { start: source.end, end: source.end, text: `${tag}${content}</${name}>` };
}

function edits12(text: string, unit: XliffUnit, answers: readonly Answer[]): Edit[] {
  const [first] = answers;
  if (!first) return [];
  const edits = sdlEdits(text, unit, answers);
  const target = childOf(unit.tree, 'target') ?? null;
  const source = childOf(unit.tree, 'seg-source') ?? childOf(unit.tree, 'source');
  if (!source) return edits;
  const own = OWN_STATES.find(({ attribute }) => unit.tree.attributes[attribute] !== undefined);
  const attributes = edits.length > 0 || own ? {} : statesOf(unit, answers);
  if (own)
    edits.push(
      tagEdit(text, unit.tree, { [own.attribute]: own.write(leastOf(unit, answers).state, unit.context.level) }),
    );
  else if (edits.length === 0) edits.push(tagEdit(text, unit.tree, { approved: approvedOf(unit, answers) }));
  if (first.segment.at.mid === null) {
    return [...edits, ...whole(text, source, target, contentOf(text, first), attributes)];
  }
  const changed = answers.filter(differs);
  const inPlace = target !== null && changed.every(({ segment }) => segment.at.target && segment.at.target !== target);
  if (!inPlace) return [...edits, ...whole(text, source, target, rebuilt(text, source, unit, answers), attributes)];
  edits.push(tagEdit(text, target, attributes));
  for (const answer of changed) {
    const at = answer.segment.at.target as XmlTree;
    edits.push(filled(text, at, at, contentOf(text, answer)));
  }
  return edits;
}

function whole(
  text: string,
  source: XmlTree,
  target: XmlTree | null,
  content: string,
  attributes: Record<string, string | null>,
): Edit[] {
  if (!target) return [newTarget(source, content, attributes)];
  const tag = slice(text, openTagOf(target, text));
  const opened = withAttributes(target.empty ? `${tag.slice(0, -2).trimEnd()}>` : tag, attributes);
  const [inner, core] = [innerOf(target, text), innerOf(coreOf(target), text)];
  const kept = [text.slice(inner.start, core.start), text.slice(core.end, inner.end)];
  return [{ ...placeOf(target, text), text: `${opened}${kept.join(content)}</${target.name}>` }];
}

/** A target cut like the seg-source: its markup with the content of each mrk in place of the source's. */
function rebuilt(text: string, cut: XmlTree, unit: XliffUnit, answers: readonly Answer[]): string {
  const bySegment = new Map(answers.map((answer) => [answer.segment, answer]));
  const edits = unit.segments.flatMap((segment): Edit[] => {
    const answer = bySegment.get(segment);
    const says = answer && differs(answer) && (answer.now.target !== '' || answer.absorbed);
    const written = says ? contentOf(text, answer) : null;
    const standing = segment.at.target ? slice(text, innerOf(segment.at.target, text)) : '';
    return [{ ...innerOf(segment.at.source, text), text: written ?? standing }];
  });
  const { start, end } = innerOf(cut, text);
  return splice(text, inOrder(edits), start, end);
}

function statesOf(unit: XliffUnit, answers: readonly Answer[]): Record<string, string | null> {
  const { state, reason } = leastOf(unit, answers);
  if (state === 'approved') return { state: 'final', 'state-qualifier': null };
  if (state === 'translated') return { state: 'needs-review-translation', 'state-qualifier': null };
  if (state === 'rejected') return { state: 'needs-review-translation', 'state-qualifier': rejectionOf(reason) };
  return { state: 'needs-translation', 'state-qualifier': null };
}

function approvedOf(unit: XliffUnit, answers: readonly Answer[]): string | null {
  if (leastOf(unit, answers).state === 'approved') return 'yes';
  return unit.tree.attributes['approved'] === undefined ? null : 'no';
}

/** SDL keeps the states of its segments in definitions of its own, by mid. */
function sdlEdits(text: string, unit: XliffUnit, answers: readonly Answer[]): Edit[] {
  const defined = segmentDefinitions(unit.tree);
  return answers.filter(differs).flatMap(({ segment, now }) => {
    const seg = segment.at.mid === null ? undefined : defined.get(segment.at.mid);
    return seg ? [tagEdit(text, seg, { conf: sdlOf(now.state) })] : [];
  });
}

function tagEdit(text: string, tree: XmlTree, attributes: Record<string, string | null>): Edit {
  const tag = openTagOf(tree, text);
  return { ...tag, text: withAttributes(slice(text, tag), attributes) };
}

/** A tag with attributes set or (null) taken away; the others stay as they are written. */
function withAttributes(tag: string, attributes: Record<string, string | null>): string {
  let out = tag;
  for (const [name, value] of Object.entries(attributes)) {
    const standing = new RegExp(`\\s+${name}\\s*=\\s*("[^"]*"|'[^']*')`);
    const wanted = value === null ? '' : ` ${name}="${escapeAttribute(value)}"`;
    if (standing.test(out)) out = out.replace(standing, () => wanted);
    else if (value !== null) out = out.replace(/\s*(\/?>)$/, (end) => wanted + end.trimStart());
  }
  return out;
}
