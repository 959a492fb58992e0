// HTML: the format's face; reading and writing stand in files of their own.
import type { FileFormat } from './format.ts';
import { readHtml } from './html-read.ts';
import { writeHtml } from './html-write.ts';
import { pageInLanguage } from './page-language.ts';

/** HTML pages and fragments. Nothing in them is ever run or loaded. */
export const html: FileFormat = {
  read: readHtml,
  write: writeHtml,
  inLanguage: pageInLanguage,
  substitute: (character) => `&#${character.codePointAt(0)};`,
};
