// Every command with its sentence, in the order of the help. Its code is loaded when it is called: nobody who lints a file
// waits for the aligner.
import { ROLES } from '../text/roles.ts';
import type { Command, Listed } from './command.ts';

/** Commands whose code is loaded together, by name with the sentence that the help has for each. */
export interface Chapter {
  load(): Promise<readonly Command[]>;
  sentences: Readonly<Record<string, string>>;
}

/** The table of contents. A test holds it to what the files have. */
export const CHAPTERS: readonly Chapter[] = [
  {
    load: async () => [(await import('./segment.ts')).segmentCommand],
    sentences: {
      segment: 'Cuts paragraphs, one a line, into sentences: a JSON array a line.',
    },
  },
  {
    load: async () => (await import('./segmentation.ts')).segmentationCommands,
    sentences: {
      'segmentation import':
        'Takes exceptions, one a line, or the rules of an SRX file; articles that come in later are cut by them.',
      'segmentation list': 'Lists the exceptions of the desk for a language, as a file of them has them.',
      'segmentation clear': 'Lets the rules of the language hold alone again.',
    },
  },
  {
    load: async () => [(await import('./align.ts')).alignCommand],
    sentences: {
      align:
        'Aligns published texts with their translations, sentence by sentence: two files or pages of the web; many of them, or folders, matched by name; or a list of pairs. With many, or with --remember, what is not sure waits on the alignment desk.',
    },
  },
  {
    load: async () => (await import('./article-in.ts')).articleInCommands,
    sentences: {
      'article import':
        'Brings an article in, from a file or a page of the web: blocks, sentences, page furniture and stray copies apart.',
      'article update': 'Takes a later version of the source; what did not change keeps its translation.',
    },
  },
  {
    load: async () => (await import('./articles.ts')).articleCommands,
    sentences: {
      'article list': 'Lists the articles, newest first.',
      'article show': 'Shows an article, sentence by sentence.',
      'article analyse': 'Says how much of an article the memory knows: segments, words and signs by band.',
      'article archive': 'Puts an article away; the list shows it on demand.',
      'article confidential':
        'Keeps an article on this machine: no service outside of it sees the article or what it taught the memory.',
      'article delete': 'Takes an article off the desk; what it taught the memory stays.',
    },
  },
  {
    load: async () => (await import('./article-work.ts')).articleWorkCommands,
    sentences: {
      'article fill': 'Fills an article: the memory first, then the provider, if one is configured.',
      'article set': 'Writes the translation of the segment in place N.',
      'article approve': 'Approves segments; what is approved enters the memory.',
      'article reject': 'Sends segments back with a reason; the memory forgets them.',
      'article withdraw': 'Takes approvals back; the memory forgets them.',
      'article omit': 'Leaves segments out on purpose, with a reason.',
      'article split': 'Cuts the segment in place N in two, at a UTF-16 offset of its source.',
      'article join': 'Joins the segment in place N with the next one of its block.',
      'article role': `Says what the block of the segment in place N is: ${ROLES.join(', ')}.`,
    },
  },
  {
    load: async () => (await import('./article-check.ts')).articleCheckCommands,
    sentences: {
      'article check': 'Says what the checks find in an article, segment by segment; then the words that nobody knows.',
      'article fix': 'Makes all certain fixes of findings; approved segments are left alone.',
    },
  },
  {
    load: async () => (await import('./article-out.ts')).articleOutCommands,
    sentences: {
      'article history': 'Shows every version of the segment in place N, oldest first.',
      'article diff': 'Shows what changed between two versions of the source (the last two, unless named).',
      'article export': 'Writes the article: clean, for an outside translator, or as units of a memory.',
    },
  },
  {
    load: async () => [(await import('./article-merge.ts')).mergeCommand],
    sentences: {
      'article merge': 'Takes back an XLIFF file or a table that was translated or corrected outside.',
    },
  },
  {
    load: async () => (await import('./memory.ts')).memoryCommands,
    sentences: {
      'memory import':
        'Brings TMX, XLIFF, TSV and CSV files (each also .gz) into the memory, each whole or not at all.',
      'memory lookup': 'Asks the memory for a text, or for each line of a file.',
      'memory search': 'Concordance: the units that hold these words.',
      'memory export': 'Writes the memory as TMX or TSV.',
      'memory stats': 'Says how much the memory holds.',
      'memory imports': 'Lists the files that were brought in, newest first.',
      'memory undo': 'Takes a whole import back, by its number.',
      'memory check': 'Lists the units that may not belong in the memory, for a review; removes nothing.',
    },
  },
  {
    load: async () => (await import('./tending.ts')).tendingCommands,
    sentences: {
      'memory list': 'Lists the memories, in the order in which they answer.',
      'memory create': 'Makes an empty memory.',
      'memory change':
        'Renames a memory, or changes its rights or its place in the order (the highest priority answers first).',
      'memory edit': 'Changes a unit’s texts or note; what it was is kept.',
      'memory remove': 'Takes units out of the memory; “memory revert” brings them back.',
      'memory merge': 'Keeps the first unit and takes the others out; “memory revert” brings them back.',
      'memory history': 'Shows where a unit came from and what was done to it, oldest first.',
      'memory deeds': 'Lists what was done to units by hand, newest first.',
      'memory revert': 'Undoes a deed, by its number.',
      'memory clean':
        'Looks through the memory and counts what is doubtful; with --remove takes one kind of it out (“memory revert” undoes it).',
    },
  },
  {
    load: async () => (await import('./terms.ts')).termCommands,
    sentences: {
      'terms import': 'Brings terms in from CSV, TSV (first row: fr,en,forbidden,note) or TBX.',
      'terms export': 'Writes the terms as CSV or TBX-Basic.',
      'terms list': 'Lists the terms, with what each must not be called.',
      'terms suggest': 'Lists phrases of the memory that translate each other again and again and are no terms yet.',
      'terms known': 'Lists the words of the trade that come with the program and are no terms yet.',
    },
  },
  {
    load: async () => (await import('./style.ts')).styleCommands,
    sentences: {
      'style show': 'Shows the house style: profile, usages, severities of its own.',
      'style import': 'Takes the house style of a file, and adds its words.',
      'style export': 'Writes the house style and the desk’s words as a JSON file that another desk can import.',
      'words list': 'Lists the words that the desk takes for right.',
      'words add': 'Takes a word for right from now on, in every article.',
      'words drop': 'Forgets a word of the desk.',
    },
  },
  {
    load: async () => [(await import('./check.ts')).checkCommand],
    sentences: {
      check: 'Checks pairs, one a line: source, tab, target; or a JSON object.',
    },
  },
  {
    load: async () => [(await import('./lint.ts')).lintCommand],
    sentences: {
      lint: 'Says what is wrong in a TMX or XLIFF file, one JSON line each.',
    },
  },
  {
    load: async () => (await import('./upkeep.ts')).upkeepCommands,
    sentences: {
      backup: 'Writes a consistent copy of the database, while the server runs.',
      restore: 'Puts a copy in the database’s place; what stood there is kept beside it.',
      verify: 'Checks the database: exit 0 where nothing is wrong.',
    },
  },
  {
    load: async () => (await import('./providers.ts')).providerCommands,
    sentences: {
      'providers list': 'Lists the services that are set up, and what was sent to each this month. None is asked.',
      'providers account':
        'Asks a service whether it answers and what its account has used; the one in use without a name.',
      'providers publish':
        'Gives the approved pairs of two languages to DeepL as a translation memory; confidential ones stay here.',
      'providers report': 'Says how much of a machine’s text reviewers kept, by month, desk, provider and model.',
    },
  },
  {
    load: async () => [(await import('./serve.ts')).serveCommand],
    sentences: {
      serve: 'Serves the editor.',
    },
  },
];

/** What `bitexte` knows. */
export const COMMANDS: readonly Listed[] = CHAPTERS.flatMap(({ load, sentences }) =>
  Object.entries(sentences).map(([name, about]) => ({ name, about, load: () => named(name, load) })),
);

async function named(name: string, load: Chapter['load']): Promise<Command> {
  const found = (await load()).find((command) => command.name === name);
  if (!found) throw new Error(`no file has the command ${name}: this is a bug`);
  return found;
}
