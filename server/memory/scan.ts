// The plain way to near units: compares the text with every unit of the memory.
import type { MemoryStore } from '../../db/stores.ts';
import type { Language, Unit } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { matchKey } from '../text/normalize.ts';
import { likeness } from '../text/similarity.ts';
import { type Word, weigh } from '../text/weigh.ts';
import type { MemoryIndex, NearQuery, NearUnit } from './memory-index.ts';

const PAGE = 2000;

/** An index that keeps every unit's words and compares them all; it reads the memory again when the memory changed. */
export function scanningIndex(memory: Pick<MemoryStore, 'page' | 'changes'>): MemoryIndex {
  let seen = -1;
  let rows: Row[] = [];
  return {
    async near(query) {
      const now = await memory.changes();
      if (now !== seen) {
        rows = await readRows(memory);
        seen = now;
      }
      return scan(query, rows);
    },
    async close() {
      rows = [];
    },
  };
}

interface Row {
  unit: number;
  at: string;
  sides: { language: Language; key: string; words: Word[] }[];
}

async function readRows(memory: Pick<MemoryStore, 'page'>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after = 0; ; ) {
    const units = await memory.page(after, PAGE);
    rows.push(...units.map(rowOf));
    const last = units.at(-1);
    if (!last) return rows;
    after = last.id;
  }
}

function rowOf(unit: Unit): Row {
  const side = (language: Language, text: string) => {
    const key = matchKey(withoutCodes(text, unit.codes));
    return { language: base(language), key, words: weigh(key) };
  };
  return { unit: unit.id, at: unit.changedAt, sides: [side(unit.from, unit.source), side(unit.to, unit.target)] };
}

function scan(query: NearQuery, rows: readonly Row[]): NearUnit[] {
  const key = matchKey(withoutCodes(query.text, query.codes ?? []));
  const words = weigh(key);
  const found: (NearUnit & { at: string })[] = [];
  for (const row of rows) {
    const [one, other] = row.sides;
    const side = one?.language === base(query.from) ? one : other;
    const facing = side === one ? other : one;
    if (side?.language !== base(query.from) || facing?.language !== base(query.to)) continue;
    const score = side.key === key ? 100 : likeness(words, side.words).raw / 100;
    if (score >= query.min) found.push({ unit: row.unit, score, at: row.at });
  }
  found.sort((a, b) => b.score - a.score || (a.at < b.at ? 1 : a.at > b.at ? -1 : a.unit - b.unit));
  return found.slice(0, query.limit).map(({ unit, score }) => ({ unit, score }));
}

function base(language: Language): string {
  return language.toLowerCase().split('-')[0] ?? '';
}
