// Units as rows: their columns, their neighbours, and the hashes that stand for texts in the indexes.
import { hash } from 'node:crypto';
import type { Neighbour, Unit } from '../server/model.ts';
import type { NewUnit, UnitHashes } from './stores.ts';

/** A unit as a row of {@link UNIT_COLUMNS}. */
export interface UnitRow {
  id: number;
  memory: number;
  from: string;
  to: string;
  source: string;
  target: string;
  codes: string;
  previous: string | null;
  next: string | null;
  segment: number | null;
  taught: string;
  import: number | null;
  groupId: string | null;
  author: string;
  createdAt: string;
  changedAt: string;
  note: string | null;
  properties: string;
}

/** The columns of a {@link UnitRow}, over `units u` or `visible u`. */
export const UNIT_COLUMNS = `u.id, u.memory, u.source_language AS "from", u.target_language AS "to", u.source, u.target,
  u.codes, u.previous, u.next, u.segment, u.taught, u.import, u.group_id AS groupId, u.author,
  u.created_at AS createdAt, u.changed_at AS changedAt, u.note, u.properties`;

/** Turns a row into the noun, in the direction in which it is stored. */
export function unitOf({ groupId, ...row }: UnitRow): Unit {
  return {
    ...row,
    // Most units have neither, and a million parses of two characters are felt.
    codes: row.codes === '[]' ? [] : JSON.parse(row.codes),
    properties: row.properties === '{}' ? {} : JSON.parse(row.properties),
    previous: neighbourOf(row.previous),
    next: neighbourOf(row.next),
    taught: row.taught as Unit['taught'],
    group: groupId,
  };
}

/** The same unit read the other way round. Its neighbours stay: they are those of its own source. */
export function turned(unit: Unit): Unit {
  return { ...unit, from: unit.to, to: unit.from, source: unit.target, target: unit.source };
}

/** A neighbour as its column: NULL is unknown, '' the edge, '=' and the key a text. */
export function neighbourColumn(neighbour: Neighbour): string | null {
  if (neighbour.kind === 'text') return `=${neighbour.key}`;
  return neighbour.kind === 'edge' ? '' : null;
}

function neighbourOf(column: string | null): Neighbour {
  if (column === null) return { kind: 'unknown' };
  return column === '' ? { kind: 'edge' } : { kind: 'text', key: column.slice(1) };
}

/** 48 bits of SHA-1, which a JavaScript number holds exactly. What it finds is compared as text before it counts. */
export function hash48(text: string): number {
  return Number.parseInt(hash('sha1', text).slice(0, 12), 16);
}

/** The hashes of a unit, which it may have with it. */
export function hashesOf(unit: NewUnit): UnitHashes {
  if (unit.hashes) return unit.hashes;
  const { sourceKey, targetKey, previous, next } = unit;
  const source = hash48(sourceKey);
  const target = targetKey === sourceKey ? source : hash48(targetKey);
  const columns = { previous: neighbourColumn(previous), next: neighbourColumn(next) };
  return { source, target, identity: identityOfRow({ ...unit, ...columns }) };
}

/** The hash of what makes two units the same: memory, languages, texts and neighbours. */
export function identityOfRow(
  row: Pick<UnitRow, 'memory' | 'from' | 'to' | 'source' | 'target' | 'previous' | 'next'>,
): number {
  const { memory, from, to, source, target, previous, next } = row;
  return hash48(JSON.stringify([memory, from, to, source, target, previous, next]));
}

/** Whether a stored unit is the same as a new one, by {@link identityOfRow}'s measure. */
export function isSame(row: UnitRow, unit: NewUnit): boolean {
  return (
    row.source === unit.source &&
    row.target === unit.target &&
    row.memory === unit.memory &&
    row.from === unit.from &&
    row.to === unit.to &&
    row.previous === neighbourColumn(unit.previous) &&
    row.next === neighbourColumn(unit.next)
  );
}
