// `segment`: cuts paragraphs into sentences.
import { basename } from 'node:path';
import { decode } from '../formats/decode.ts';
import { decodeStream } from '../formats/decode-stream.ts';
import { readSegmentationFile } from '../formats/segmentation-file.ts';
import type { SrxRefusal } from '../formats/srx.ts';
import type { Language } from '../model.ts';
import { type SegmentOptions, sentences } from '../text/segment.ts';
import type { Call, Command } from './command.ts';
import { linesOf } from './lines.ts';
import { printJson } from './print.ts';
import { neededLanguage, text as textOption } from './values.ts';

/** Each input line is a paragraph; each output line the JSON array of its sentences. */
export const segmentCommand: Command = {
  name: 'segment',
  args: '[FILE|-]',
  options: {
    lang: { about: 'The language of the text.', value: 'TAG' },
    exceptions: {
      about: 'Where sentences do not end ("text"), or always do ("text | rest"), one a line; or an SRX file of rules.',
      value: 'FILE',
    },
  },
  run: async (call) => {
    const language = neededLanguage(call, 'lang');
    const options = await optionsOf(call, language);
    const name = call.args[0] ?? '-';
    for await (const line of linesOf(decodeStream(call.shell.stream(name), name))) {
      await printJson(call, sentences(line, language, options));
    }
  },
};

/** What `--exceptions` names: SRX rules where the file is XML, else a list of exceptions. */
async function optionsOf(call: Call, language: Language): Promise<SegmentOptions> {
  const name = textOption(call, 'exceptions');
  if (name === undefined) return {};
  const { text } = decode(await call.shell.read(name), basename(name));
  const { refused, kind: _, ...options } = readSegmentationFile(text, basename(name), language);
  sayRefused(call, refused);
  return options;
}

/** Tells which rules of an SRX file are left out, and why. */
export function sayRefused(call: Call, refused: readonly SrxRefusal[]): void {
  for (const { line, why } of refused)
    call.shell.say(`the SRX rule that ends in line ${line} is left out: JavaScript lacks ${why}`);
}
