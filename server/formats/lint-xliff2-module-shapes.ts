// XLIFF 2: the elements of the modules (XLIFF 2.1, §5), as far as translators meet them.
import type { Shape } from './lint-xliff2-shape.ts';

const TEXT: Pick<Shape, 'text' | 'foreign'> = { text: true, foreign: 'any' };
const NOTHING = /^$/;

/** By module (the word in its namespace) and element. Names of children: the module's own, `core:` before those of the core, else `ext`. */
export const MODULE_SHAPES: Record<string, Record<string, Shape>> = {
  matches: {
    matches: { children: /^(match )+$/, attributes: {}, foreign: 'none' },
    match: {
      children: /^(ext )*(core:originalData )?core:source (core:target )?(ext )*$/,
      attributes: {
        ...{ ref: 'any!', id: 'token', matchQuality: 'percent', matchSuitability: 'percent', similarity: 'percent' },
        ...{ origin: 'any', reference: 'yesNo', type: 'matchType', subType: 'own' },
      },
      foreign: 'any',
    },
  },
  glossary: {
    glossary: { children: /^(glossEntry )+$/, attributes: {}, foreign: 'none' },
    glossEntry: {
      children: /^term (translation )*(definition )?(ext )*$/,
      attributes: { id: 'token', ref: 'any' },
      foreign: 'any',
    },
    term: { children: NOTHING, attributes: { source: 'any' }, ...TEXT },
    translation: { children: NOTHING, attributes: { id: 'token', ref: 'any', source: 'any' }, ...TEXT },
    definition: { children: NOTHING, attributes: { source: 'any' }, ...TEXT },
  },
  metadata: {
    metadata: { children: /^(metaGroup )+$/, attributes: { id: 'token' }, foreign: 'none' },
    metaGroup: {
      children: /^((metaGroup|meta|core:meta) )+$/,
      attributes: { id: 'token', category: 'any', appliesTo: 'appliesTo' },
      foreign: 'none',
    },
    meta: { children: NOTHING, text: true, attributes: { type: 'any!' }, foreign: 'none' },
  },
  validation: {
    validation: { children: /^(rule )+$/, attributes: {}, foreign: 'any' },
    rule: {
      children: /^(ext )*$/,
      attributes: {
        ...{ isPresent: 'any', isNotPresent: 'any', startsWith: 'any', endsWith: 'any', occurs: 'positive' },
        ...{ existsInSource: 'yesNo', caseSensitive: 'yesNo', normalization: 'normalization', disabled: 'yesNo' },
      },
      foreign: 'any',
    },
  },
  resourcedata: {
    resourceData: { children: /^((resourceItemRef|resourceItem) )+$/, attributes: {}, foreign: 'any' },
    resourceItemRef: { children: NOTHING, attributes: { id: 'token', ref: 'token!' }, foreign: 'any' },
    resourceItem: {
      children: /^(source )?(target )?(reference )*$/,
      attributes: { id: 'token', mimeType: 'any', context: 'yesNo' },
      foreign: 'any',
    },
  },
  changetracking: {
    changeTrack: { children: /^(revisions )+$/, attributes: {}, foreign: 'none' },
    revisions: {
      children: /^(revision )+$/,
      attributes: { appliesTo: 'token!', ref: 'token', currentVersion: 'token' },
      foreign: 'any',
    },
    revision: {
      children: /^(item )+$/,
      attributes: { author: 'any', datetime: 'any', version: 'token' },
      foreign: 'any',
    },
    item: { children: NOTHING, attributes: { property: 'any!' }, ...TEXT },
  },
  sizerestriction: {
    profiles: {
      children: /^(normalization )?$/,
      attributes: { generalProfile: 'any', storageProfile: 'any' },
      foreign: 'none',
    },
    normalization: {
      children: NOTHING,
      attributes: { general: 'normalization', storage: 'normalization' },
      foreign: 'none',
    },
  },
};
