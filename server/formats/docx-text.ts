// How WordprocessingML writes characters: runs, with line breaks and tabs as elements.
import type { WriteText } from './office-items.ts';
import { escapeText } from './xml-write.ts';

/** Characters as a run in that format (its properties). */
export const docxText: WriteText = (text, format) => {
  const inner = text
    .split(/(\n|\t)/)
    .filter((part) => part !== '')
    .map((part) => (part === '\n' ? '<w:br/>' : part === '\t' ? '<w:tab/>' : characters(part)));
  return `<w:r>${format}${inner.join('')}</w:r>`;
};

const characters = (text: string) => `<w:t xml:space="preserve">${escapeText(text)}</w:t>`;
