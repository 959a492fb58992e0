// Several memories: made, renamed, given rights and a place in the order in which they answer.
import type { Memory } from '../../db/stores.ts';
import { NotFound, UserError } from '../errors.ts';
import type { Desk } from './desk.ts';

type Stored = Pick<Desk, 'stores'>;

/** A memory and how many visible units it holds. */
export interface CountedMemory extends Memory {
  units: number;
}

const LONGEST_NAME = 200;

/** All memories, in the order in which they answer. */
export async function listMemories({ stores }: Stored): Promise<CountedMemory[]> {
  const counts = new Map((await stores.memory.stats()).memories.map(({ id, units }) => [id, units]));
  return (await stores.memory.memories()).map((memory) => ({ ...memory, units: counts.get(memory.id) ?? 0 }));
}

/** Makes an empty memory for a desk (the first where none is named). Throws a UserError for a name that is empty, long or taken. */
export async function createMemory({ stores }: Stored, name: string, desk = 1): Promise<CountedMemory> {
  const id = await stores.memory.addMemory(checkedName(name), desk);
  const made = (await stores.memory.memories()).find((memory) => memory.id === id);
  if (!made) throw new Error(`memory ${id} was made and is not there`);
  return { ...made, units: 0 };
}

/** What of a memory can be changed. */
export type MemoryChange = Partial<Pick<Memory, 'name' | 'readable' | 'writable' | 'priority'>>;

/** Changes what is given. Throws NotFound, and a UserError for a name that is empty, long or taken. */
export async function changeMemory(desk: Stored, id: number, change: MemoryChange): Promise<CountedMemory> {
  const named = change.name === undefined ? {} : { name: checkedName(change.name) };
  await desk.stores.memory.changeMemory(id, { ...change, ...named });
  const changed = (await listMemories(desk)).find((memory) => memory.id === id);
  if (!changed) throw new NotFound(`There is no memory ${id}.`);
  return changed;
}

/** The memory of that name or number. Throws NotFound. */
export async function memoryNamed({ stores }: Stored, name: string): Promise<Memory> {
  const all = await stores.memory.memories();
  const found = all.find((memory) => memory.name === name) ?? all.find((memory) => String(memory.id) === name);
  if (!found) throw new NotFound(`There is no memory “${name}”. There are: ${all.map((one) => one.name).join(', ')}.`);
  return found;
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new UserError('empty-name', 'A memory needs a name.');
  if (trimmed.length > LONGEST_NAME) throw new UserError('long-name', `A name has at most ${LONGEST_NAME} characters.`);
  return trimmed;
}
