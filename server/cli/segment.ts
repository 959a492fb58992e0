// `segment`: cuts paragraphs into sentences.
import { basename } from 'node:path';
import { UserError } from '../errors.ts';
import { decode } from '../formats/decode.ts';
import { decodeStream } from '../formats/decode-stream.ts';
import { readSrx } from '../formats/srx.ts';
import type { Language } from '../model.ts';
import { type SegmentOptions, sentences } from '../text/segment.ts';
import { readExceptions } from '../text/segmentation-exceptions.ts';
import type { Call, Command } from './command.ts';
import { linesOf } from './lines.ts';
import { printJson } from './print.ts';
import { neededLanguage, text as textOption } from './values.ts';

/** Each input line is a paragraph; each output line the JSON array of its sentences. */
export const segmentCommand: Command = {
  name: 'segment',
  args: '[FILE|-]',
  about: 'Cuts paragraphs, one a line, into sentences: a JSON array a line.',
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
  if (/^\s*</.test(text)) return srxOptions(call, text, language);
  const { exceptions, faults } = readExceptions(text);
  const [fault] = faults;
  if (fault) throw new UserError('bad-exceptions', `${name}, line ${fault.line}: ${fault.why}`);
  return { exceptions };
}

function srxOptions(call: Call, text: string, language: Language): SegmentOptions {
  const { refused, rulesFor } = readSrx(text);
  for (const { line, why } of refused)
    call.shell.say(`the SRX rule that ends in line ${line} is left out: JavaScript lacks ${why}`);
  const srx = rulesFor(language);
  if (srx.length === 0)
    throw new UserError('no-srx-rules', `the SRX file has no rules for ${language}: map the language in it`);
  return { srx };
}
