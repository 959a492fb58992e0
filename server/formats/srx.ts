// Reading SRX 2.0 (LISA/GALA Segmentation Rules eXchange): the rules of each language, in the order of the file's map.
import type { Language } from '../model.ts';
import { translateRegex } from '../text/java-regex.ts';
import type { RegexFault } from '../text/regex-fault.ts';
import { fitsAhead, type SrxRule, unwalkable } from '../text/srx-rules.ts';
import { eventsOf, localName, type XmlEvent } from './xml.ts';

/** An expression that JavaScript cannot say, or that could not be answered in bounded time: the rule is left out. */
export interface SrxRefusal extends RegexFault {
  /** Where the rule ends. */
  line: number;
  rule: string;
}

/** What an SRX file holds. */
export interface SrxFile {
  refused: SrxRefusal[];
  /** The rules for a language, in order; none where the map does not name it. */
  rulesFor(language: Language): SrxRule[];
}

interface Reading {
  cascade: boolean;
  sets: Map<string, SrxRule[]>;
  map: { pattern: string; name: string }[];
  refused: SrxRefusal[];
  set: SrxRule[];
  rule: { break: boolean; before: string; after: string } | null;
  into: 'before' | 'after' | null;
}

/** Reads an SRX file that is held whole; what is not well-formed is a UserError, what JavaScript lacks is listed as refused. */
export function readSrx(text: string): SrxFile {
  const reading: Reading = { cascade: true, sets: new Map(), map: [], refused: [], set: [], rule: null, into: null };
  for (const event of eventsOf(text)) {
    if (event.kind === 'open') open(reading, localName(event.name), event.attributes);
    else if (event.kind === 'text' && reading.rule && reading.into) reading.rule[reading.into] += event.text;
    else if (event.kind === 'close') close(reading, localName(event.name), event);
  }
  return { refused: reading.refused, rulesFor: (language) => rulesFor(reading, language) };
}

function open(reading: Reading, name: string, attributes: Record<string, string>): void {
  if (name === 'header') reading.cascade = attributes['cascade'] !== 'no';
  else if (name === 'languagerule') {
    reading.set = [];
    reading.sets.set(attributes['languagerulename'] ?? '', reading.set);
  } else if (name === 'rule') reading.rule = { break: attributes['break'] !== 'no', before: '', after: '' };
  else if (name === 'beforebreak') reading.into = 'before';
  else if (name === 'afterbreak') reading.into = 'after';
  else if (name === 'languagemap') {
    reading.map.push({ pattern: attributes['languagepattern'] ?? '', name: attributes['languagerulename'] ?? '' });
  }
}

function close(reading: Reading, name: string, event: Extract<XmlEvent, { kind: 'close' }>): void {
  if (name === 'beforebreak' || name === 'afterbreak') reading.into = null;
  if (name !== 'rule' || !reading.rule) return;
  const { before, after } = reading.rule;
  const [one, other] = [translateRegex(before), translateRegex(after)];
  const refuse = (fault: RegexFault) =>
    reading.refused.push({ line: event.line, rule: `${before} ⏐ ${after}`, ...fault });
  if ('refused' in one) refuse(one.refused);
  else if ('refused' in other) refuse(other.refused);
  else {
    const flags = [...new Set(one.flags + other.flags)].join('');
    const rule = { break: reading.rule.break, before: one.source, after: other.source, flags };
    const fault = unwalkable(rule);
    if (fault === null) reading.set.push(rule);
    else refuse(fault);
  }
  reading.rule = null;
}

/** With cascade every fitting row of the map adds its rules, else the first alone. */
function rulesFor({ cascade, map, sets }: Reading, language: Language): SrxRule[] {
  const fitting = map.filter(({ pattern }) => fits(pattern, language));
  return (cascade ? fitting : fitting.slice(0, 1)).flatMap(({ name }) => sets.get(name) ?? []);
}

function fits(pattern: string, language: Language): boolean {
  const translated = translateRegex(pattern);
  if ('refused' in translated) return false;
  const { source, flags } = translated;
  const whole: SrxRule = { break: true, before: '', after: `(?:${source})$`, flags: `${flags.replace('i', '')}i` };
  return unwalkable(whole) === null && fitsAhead(whole, language);
}
