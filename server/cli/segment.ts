// `segment`: cuts paragraphs into sentences.

import { decodeStream } from '../formats/decode-stream.ts';
import { sentences } from '../text/segment.ts';
import type { Command } from './command.ts';
import { linesOf } from './lines.ts';
import { printJson } from './print.ts';
import { neededLanguage } from './values.ts';

/** Each input line is a paragraph; each output line the JSON array of its sentences. */
export const segmentCommand: Command = {
  name: 'segment',
  args: '[FILE|-]',
  about: 'Cuts paragraphs, one a line, into sentences: a JSON array a line.',
  options: { lang: { about: 'The language of the text.', value: 'TAG' } },
  run: async (call) => {
    const language = neededLanguage(call, 'lang');
    const name = call.args[0] ?? '-';
    for await (const line of linesOf(decodeStream(call.shell.stream(name), name))) {
      await printJson(call, sentences(line, language));
    }
  },
};
