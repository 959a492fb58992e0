// Markdown: the format's face; reading and writing stand in files of their own.
import type { FileFormat } from './format.ts';
import { readMarkdown } from './markdown-read.ts';
import { writeMarkdown } from './markdown-write.ts';
import { matterInLanguage } from './page-language.ts';

/** Markdown as GitHub reads it (tables, footnotes, strike-through), with front matter. */
export const markdown: FileFormat = { read: readMarkdown, write: writeMarkdown, inLanguage: matterInLanguage };
