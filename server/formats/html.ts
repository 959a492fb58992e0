// HTML: the format's face; reading and writing stand in files of their own.
import type { FileFormat } from './format.ts';

/** HTML pages and fragments. */
export const html: FileFormat = {
  read: () => ({ format: 'html', title: null, language: null, blocks: [] }),
  write: (text) => text,
};
