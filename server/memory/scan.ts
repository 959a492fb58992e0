// The plain way to near units: compares the text with every unit of the memory.
import type { MemoryStore } from '../../db/stores.ts';
import type { Unit } from '../model.ts';
import { withoutCodes } from '../text/inline.ts';
import { baseLanguage } from '../text/language.ts';
import { matchKey } from '../text/normalize.ts';
import { measure, scoreOf } from '../text/similarity.ts';
import { type Word, weigh } from '../text/weigh.ts';
import { timeOf } from './fuzzy-index.ts';
import type { MemoryIndex, NearQuery, NearUnit } from './memory-index.ts';

const PAGE = 2000;

/** An index that keeps every unit's words and compares them all; it reads the memory again when the memory changed. */
export function scanningIndex(memory: Pick<MemoryStore, 'page' | 'changes'>): MemoryIndex {
  let seen = -1;
  let rows: Row[] = [];
  const ready = async () => {
    const now = await memory.changes();
    if (now === seen) return;
    rows = await readRows(memory);
    seen = now;
  };
  return {
    ready,
    standing: () => ({ ready: seen >= 0, reached: Math.max(0, seen), of: Math.max(0, seen) }),
    async near(query) {
      await ready();
      return scan(query, rows);
    },
    async close() {
      rows = [];
    },
  };
}

interface Row {
  unit: number;
  at: number;
  sides: { language: string; facing: string; words: Word[] }[];
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
  const wordsOf = (text: string) => weigh(matchKey(withoutCodes(text, unit.codes)));
  const [from, to] = [baseLanguage(unit.from), baseLanguage(unit.to)];
  return {
    unit: unit.id,
    at: timeOf(unit.changedAt),
    sides: [
      { language: from, facing: to, words: wordsOf(unit.source) },
      { language: to, facing: from, words: wordsOf(unit.target) },
    ],
  };
}

function scan(query: NearQuery, rows: readonly Row[]): NearUnit[] {
  const words = weigh(matchKey(withoutCodes(query.text, query.codes ?? [])));
  const [from, to] = [baseLanguage(query.from), baseLanguage(query.to)];
  const found: (NearUnit & { at: number })[] = [];
  for (const { unit, at, sides } of rows) {
    const fitting = sides.filter((side) => side.language === from && side.facing === to);
    if (fitting.length === 0) continue;
    const score = Math.max(...fitting.map((side) => scoreOf(measure(words, side.words)))) / 100;
    if (score >= query.min) found.push({ unit, score, at });
  }
  found.sort((a, b) => b.score - a.score || b.at - a.at || a.unit - b.unit);
  return found.slice(0, query.limit).map(({ unit, score }) => ({ unit, score }));
}
