// The table of contents of the command line, against the files that hold the commands.
import { describe, expect, it } from 'vitest';
import { CHAPTERS, COMMANDS } from '../../server/cli/commands.ts';

describe('the table of contents', () => {
  it.each(CHAPTERS.map((chapter) => [Object.keys(chapter.sentences)[0], chapter] as const))(
    'has every command of the file that has %s, and no other',
    async (_, { load, sentences }) => {
      expect((await load()).map(({ name }) => name)).toEqual(Object.keys(sentences));
    },
  );

  it('leads to the command that it names, each once', async () => {
    expect(await COMMANDS.find(({ name }) => name === 'lint')?.load()).toMatchObject({ name: 'lint', args: 'FILE' });
    expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  });
});
