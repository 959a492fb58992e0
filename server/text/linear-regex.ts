// Regular expressions that never backtrack: an automaton that walks a text once, whatever the expression (Thompson 1968). For rules that
// people bring along, where a native one such as (a+)+$ may take longer than anybody lives.

import { FaultyRegex } from './regex-fault.ts';

/** What may stand at a place: a sign, or a condition on the place itself. */
type Step =
  | { kind: 'sign'; test: (sign: string) => boolean }
  | { kind: 'place'; holds: (text: string, at: number) => boolean }
  | { kind: 'split'; to: readonly number[] }
  | { kind: 'done' };

/** An expression ready to walk in one direction. */
export interface Automaton {
  steps: readonly Step[];
  backwards: boolean;
}

type Node =
  | { kind: 'sign'; test: (sign: string) => boolean }
  | { kind: 'place'; holds: (text: string, at: number) => boolean }
  | { kind: 'all'; parts: readonly Node[] }
  | { kind: 'any'; parts: readonly Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number };

/** Says why an expression cannot be walked. */
export class Unwalkable extends FaultyRegex {}

/** Copies of a part that a counted repetition makes, all together; an expression that takes more is refused. */
const MOST_STEPS = 4000;
/** Look-arounds within look-arounds: each level multiplies the walk. */
const DEEPEST = 2;
/** A walk goes no further than this (UTF-16 units): sentences end by what stands near. */
const FARTHEST = 400;

/**
 * Makes an expression of JavaScript (with the flag `u`) ready to walk. Throws {@link Unwalkable} for back-references, look-arounds
 * nested deeper than two, and counted repetitions of thousands.
 */
export function automatonOf(source: string, flags: string, backwards: boolean): Automaton {
  const reading: Reading = { source, flags: flags.replace(/[gy]/g, ''), at: 0, depth: 0 };
  const node = alternatives(reading);
  if (reading.at < source.length) throw new SyntaxError(`) without ( in ${source}`);
  const steps: Step[] = [];
  const start = emit(node, steps, emitStep(steps, { kind: 'done' }), backwards);
  steps.push({ kind: 'split', to: [start] });
  return { steps, backwards };
}

/** Emits a node so that what it matches goes on at `next`; answers where it begins. */
function emit(node: Node, steps: Step[], next: number, backwards: boolean): number {
  if (node.kind === 'sign' || node.kind === 'place') {
    // A sign goes on at the step before it in the list, so that the list itself needs no links.
    emitStep(steps, { kind: 'split', to: [next] });
    return emitStep(steps, node);
  }
  if (node.kind === 'any') {
    const to = node.parts.map((part) => emit(part, steps, next, backwards));
    return emitStep(steps, { kind: 'split', to });
  }
  if (node.kind === 'all') {
    const parts = backwards ? node.parts : [...node.parts].reverse();
    return parts.reduce((behind, part) => emit(part, steps, behind, backwards), next);
  }
  return emitRepeat(node, steps, next, backwards);
}

function emitRepeat(node: Extract<Node, { kind: 'repeat' }>, steps: Step[], next: number, backwards: boolean): number {
  const { part, least, most } = node;
  let at = next;
  if (most === Number.POSITIVE_INFINITY) {
    const to = [next];
    const loop = emitStep(steps, { kind: 'split', to });
    to.push(emit(part, steps, loop, backwards));
    at = loop;
  } else
    for (let more = least; more < most; more++)
      at = emitStep(steps, { kind: 'split', to: [next, emit(part, steps, at, backwards)] });
  for (let must = 0; must < least; must++) at = emit(part, steps, at, backwards);
  return at;
}

function emitStep(steps: Step[], step: Step): number {
  if (steps.length >= MOST_STEPS) throw new Unwalkable('thousands', 'a repetition of thousands');
  return steps.push(step) - 1;
}

/** True where a match begins (walking forwards) or ends (backwards) at an offset, within {@link FARTHEST} units of it. */
export function fitsAt(automaton: Automaton, text: string, at: number): boolean {
  const walk = walkOf(automaton);
  begin(walk, text, at);
  const { backwards } = automaton;
  const last = backwards ? Math.max(0, at - FARTHEST) : Math.min(text.length, at + FARTHEST);
  for (let now = at; !walk.done && walk.live.length > 0 && (backwards ? now > last : now < last); ) {
    const sign = backwards ? signBefore(text, now) : signAt(text, now);
    now += backwards ? -sign.length : sign.length;
    forward(walk, text, now, sign);
  }
  return walk.done;
}

/** Marks every offset at which a match of a forward automaton ends, wherever it began. */
export function endsIn(automaton: Automaton, text: string): Uint8Array {
  const ends = new Uint8Array(text.length + 1);
  const walk = walkOf(automaton);
  begin(walk, text, 0);
  for (let now = 0; ; ) {
    if (walk.done) ends[now] = 1;
    if (now >= text.length) return ends;
    const sign = signAt(text, now);
    now += sign.length;
    forward(walk, text, now, sign);
    reach(walk, text, now, automaton.steps.length - 1);
  }
}

/** Where a walk stands: the steps that wait for a sign. */
interface Walk {
  steps: readonly Step[];
  live: number[];
  done: boolean;
  /** By step, the turn in which it was last reached. */
  seen: Uint32Array;
  turn: number;
}

function walkOf({ steps }: Automaton): Walk {
  return { steps, live: [], done: false, seen: new Uint32Array(steps.length), turn: 0 };
}

function begin(walk: Walk, text: string, at: number): void {
  walk.turn++;
  reach(walk, text, at, walk.steps.length - 1);
}

function forward(walk: Walk, text: string, at: number, sign: string): void {
  const waiting = walk.live;
  walk.live = [];
  walk.done = false;
  walk.turn++;
  for (const step of waiting) {
    const one = walk.steps[step];
    if (one?.kind === 'sign' && one.test(sign)) reach(walk, text, at, step - 1);
  }
}

/** Follows what takes no sign. */
function reach(walk: Walk, text: string, at: number, from: number): void {
  const open = [from];
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (walk.seen[step] === walk.turn) continue;
    walk.seen[step] = walk.turn;
    const one = walk.steps[step];
    if (one?.kind === 'done') walk.done = true;
    else if (one?.kind === 'sign') walk.live.push(step);
    else if (one?.kind === 'split') open.push(...one.to);
    else if (one?.holds(text, at)) open.push(step - 1);
  }
}

function signAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function signBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at > 1 && (text.codePointAt(at - 2) ?? 0) > 0xffff;
  return text.slice(pair ? at - 2 : at - 1, at);
}

interface Reading {
  source: string;
  flags: string;
  at: number;
  /** Look-arounds around. */
  depth: number;
}

function alternatives(reading: Reading): Node {
  const parts = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at++;
    parts.push(sequence(reading));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', parts };
}

function sequence(reading: Reading): Node {
  const parts: Node[] = [];
  while (reading.at < reading.source.length && !'|)'.includes(reading.source[reading.at] ?? '')) {
    parts.push(repeated(reading, piece(reading)));
  }
  return { kind: 'all', parts };
}

const QUANTIFIER = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

function repeated(reading: Reading, part: Node): Node {
  const found = taken(reading, QUANTIFIER);
  if (!found) return part;
  const [, sign, from = '0', comma, to] = found;
  const least = sign ? (sign === '+' ? 1 : 0) : Number(from);
  const open = sign ? sign !== '?' : comma !== undefined && to === '';
  const most = open ? Number.POSITIVE_INFINITY : sign ? 1 : comma ? Number(to) : least;
  return { kind: 'repeat', part, least, most };
}

const GROUP = /\((?:\?(?:(:)|(<?[=!])|<[^>]+>))?/y;
const PLACE = /\^|\$|\\[bB]/y;
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;
const ESCAPE = /\\(?:u\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[pP]\{[^}]*\}|c.|.)/suy;
const BACK_REFERENCE = /\\(?:[1-9]|k<)/y;

function piece(reading: Reading): Node {
  if (taken(reading, BACK_REFERENCE)) throw new Unwalkable('back-reference', 'a back-reference (\\1)');
  const group = taken(reading, GROUP);
  if (group) return grouped(reading, group[2]);
  const place = taken(reading, PLACE);
  if (place) return { kind: 'place', holds: nativePlace(place[0], reading.flags) };
  const sign = taken(reading, CLASS) ?? taken(reading, ESCAPE) ?? taken(reading, /[\s\S]/uy);
  return { kind: 'sign', test: signTest(sign?.[0] ?? '', reading.flags) };
}

function grouped(reading: Reading, look: string | undefined): Node {
  if (look) reading.depth++;
  if (reading.depth > DEEPEST) throw new Unwalkable('look-arounds', 'look-arounds within look-arounds within others');
  const start = reading.at;
  const inside = alternatives(reading);
  const source = reading.source.slice(start, reading.at);
  reading.at++;
  if (!look) return inside;
  reading.depth--;
  const automaton = automatonOf(source, reading.flags, look.startsWith('<'));
  const wanted = look.endsWith('=');
  return { kind: 'place', holds: (text, at) => fitsAt(automaton, text, at) === wanted };
}

function taken(reading: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const found = pattern.exec(reading.source);
  if (found) reading.at += found[0].length;
  return found;
}

function nativePlace(source: string, flags: string): (text: string, at: number) => boolean {
  const pattern = new RegExp(source, `${flags}y`);
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
}

/** Asks each sign once. */
function signTest(source: string, flags: string): (sign: string) => boolean {
  const pattern = new RegExp(`^(?:${source})$`, flags.replace('m', ''));
  const known = new Map<string, boolean>();
  return (sign) => {
    const said = known.get(sign);
    if (said !== undefined) return said;
    const fits = pattern.test(sign);
    known.set(sign, fits);
    return fits;
  };
}
