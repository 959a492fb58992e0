// `article check` and `article fix`: what the checks find in an article, and all certain fixes at once.
import { checkArticle } from '../flow/check-article.ts';
import { unknownInArticle } from '../flow/desk-words.ts';
import { fixArticle, fixesFor } from '../flow/fix-article.ts';
import type { Command } from './command.ts';
import { print } from './print.ts';
import { flag, numberAt, text } from './values.ts';

const check: Command = {
  name: 'article check',
  args: 'ID',
  run: async (call) => {
    const id = numberAt(call, 0, 'the article’s id');
    const desk = await call.desk({ words: true });
    const found = await checkArticle(desk, id);
    const unknown = call.json ? [] : await unknownInArticle(desk, id);
    await print(call, found, () => [
      ...found.flatMap(({ n, findings }) =>
        findings.map(({ check: name, severity, message }) => `${n}  ${severity}  ${name}: ${message}`),
      ),
      ...unknown.map(
        ({ word, copied, places }) =>
          `${[...new Set(places.map(({ n }) => n))].join(',')}  note  unknown: nobody knows "${word}"${copied ? '' : ', and a target does not copy it'}; right? then: words add "${word}"`,
      ),
    ]);
  },
};

const fix: Command = {
  name: 'article fix',
  args: 'ID',
  options: {
    check: { about: 'Of these checks only, a comma between them.', value: 'NAMES' },
    'dry-run': { about: 'Shows what would change, and changes nothing.' },
  },
  run: async (call) => {
    const id = numberAt(call, 0, 'the article’s id');
    const desk = await call.desk({ words: true });
    const checks = text(call, 'check')?.split(',');
    const choice = checks ? { checks } : {};
    const fixed = flag(call, 'dry-run')
      ? await fixesFor(desk, id, choice)
      : await fixArticle(desk, id, { ...choice, by: call.by() });
    await print(call, fixed, () => fixed.flatMap(({ n, before, after }) => [`${n}  - ${before}`, `${n}  + ${after}`]));
  },
};

/** The commands, in the order of the work. */
export const articleCheckCommands: Command[] = [check, fix];
