// The door to the dictionaries: hunspell with the French and the English one, opened when a spelling is first asked for.
import type { Language } from './model.ts';
import { baseLanguage } from './text/language.ts';

/** Dictionaries in memory. Asking is synchronous and cheap: every answer is kept. */
export interface Spelling {
  /** Whether a word stands in the dictionary of its language, in any case; true for languages without a dictionary. */
  knows(word: string, language: Language): boolean;
  /** Words that may have been meant, best first; none for a word that is known. Takes some ten milliseconds. */
  suggest(word: string, language: Language): string[];
}

interface Dictionary {
  spell(word: string): boolean;
  suggest(word: string): string[];
}

let opened: Promise<Spelling> | null = null;

/** Opens both dictionaries once per process (about half a second, 30 MB); later calls answer the same ones. */
export function openSpelling(): Promise<Spelling> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Spelling> {
  const [{ loadModule }, french, english] = await Promise.all([
    import('hunspell-asm'),
    import('dictionary-fr'),
    import('dictionary-en'),
  ]);
  const factory = await loadModule();
  const read = ({ aff, dic }: { aff: Uint8Array; dic: Uint8Array }): Dictionary =>
    factory.create(factory.mountBuffer(aff), factory.mountBuffer(dic));
  return over({ fr: read(french.default), en: read(english.default) });
}

function over(dictionaries: Readonly<Record<string, Dictionary>>): Spelling {
  const known = new Map<string, boolean>();
  const of = (language: Language) => dictionaries[baseLanguage(language)];
  const ask = (dictionary: Dictionary, word: string, english: boolean) =>
    formsOf(word, english).some((form) => dictionary.spell(form));
  const spelling: Spelling = {
    knows(word, language) {
      const dictionary = of(language);
      if (!dictionary) return true;
      const key = `${language}:${word}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const answer = ask(dictionary, word, dictionary === dictionaries['en']);
      known.set(key, answer);
      return answer;
    },
    suggest(word, language) {
      if (spelling.knows(word, language)) return [];
      return of(language)?.suggest(plainForm(word)) ?? [];
    },
  };
  return spelling;
}

function plainForm(word: string): string {
  return word.normalize('NFC').replace(/\u2019/g, "'");
}

/** A word as dictionaries may have it: as it is, small, British spelled the American way, which is the one English dictionary. */
function formsOf(word: string, english: boolean): string[] {
  const plain = plainForm(word);
  const forms = [plain, plain.toLowerCase()];
  const bare = forms.map((form) => form.replace(PREFIX, ''));
  const all = bare.every((form) => form.length > 3) ? [...forms, ...bare] : forms;
  return english ? [...all, ...all.map(americanised)] : all;
}

/** What both languages put before any word: a prefixed one is as good as the word itself. */
const PREFIX =
  /^(?:anti|auto|bio|co|crypto|cyber|d[eé]s?|euro|ex|extra|g[eé]o|hyper|inter|m[eé]ga|m[eé]ta|micro|mini|multi|n[eé]o|neuro|nano|non|post|pr[eé]|pseudo|r[eé]|semi|sub|super|sur|techno|t[eé]l[eé]|trans|ultra|un|vid[eé]o)-?(?=\p{L}{4})/iu;

function americanised(word: string): string {
  return word
    .replace(/(?<=[a-z]{2})our(?=(?:s|ed|ing|able|ite|ites|ful|ly|er|ers|ation)?$)/, 'or')
    .replace(/ys(?=(?:e|es|ed|ing|er|ers)$)/, 'yz')
    .replace(/is(?=(?:e|es|ed|ing|er|ers|ation|ations|ational)$)/, 'iz')
    .replace(/(?<=[bt])re(?=s?$)/, 'er')
    .replace(/ogue(?=s?$)/, 'og')
    .replace(/ll(?=(?:ed|ing|er|ers|or|ors)$)/, 'l')
    .replace(/ence(?=s?$)/, 'ense')
    .replace(/^grey/, 'gray');
}
