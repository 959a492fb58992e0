// Words that no dictionary knows, words spelled as in the other language, and agreement slips that machines make.

import { agreementFaults, numberFaults } from './agreement.ts';
import { type Check, type Fault, intoEnglish, intoFrench, type Pair } from './check.ts';
import { variantFaults } from './english-variants.ts';
import functionWords from './function-words.json' with { type: 'json' };
import { anyOf, type PatternRule, patternFaults } from './patterns.ts';
import { phraseIndex } from './phrase-index.ts';
import { quotationsOf } from './quotations.ts';
import type { Side } from './side.ts';
import slips from './slips.json' with { type: 'json' };

const loans = new Set(functionWords.loans);
const twins = { fr: new Map(slips.twins.intoFrench.map(pair)), en: new Map(slips.twins.intoEnglish.map(pair)) };

function pair([wrong, right]: string[]): [string, string] {
  return [wrong as string, right as string];
}

const calquesOf = phraseIndex(
  slips.calques.map(([phrase = '', better]) => ({ phrase, rule: calque(phrase, better ?? '') })),
  ({ phrase }) => [phrase],
);

function calque(phrase: string, better: string): PatternRule {
  return {
    hint: /(?:)/,
    pattern: anyOf([phrase]),
    rule: 'calque',
    message: {
      en: `Translated word for word: think of ${better}.`,
      fr: `Calque\u00a0: pensez à «\u00a0${better}\u00a0».`,
    },
  };
}

export const spelling: Check = {
  id: 'spelling',
  about: {
    en: 'Misspelt words, the other language’s spelling, and slips of agreement; names and loan words are spared.',
    fr: 'Fautes d’orthographe, graphies de l’autre langue, fautes d’accord\u00a0; noms et emprunts sont épargnés.',
  },
  samples: [
    intoEnglish('Vous recevez un courriel.', 'You ⟦recieve⟧ an email.', { fixed: 'You receive an email.' }),
    intoEnglish('Elle a été convoquée.', 'She was ⟦sumoned⟧.', { knows: ['she', 'was'] }),
    intoEnglish('La plateforme diddojo ouvre.', 'The diddojo platform opens.', { knows: ['the', 'platform', 'opens'] }),
    intoFrench('A large language model.', 'Un grand modèle de ⟦language⟧.', { fixed: 'Un grand modèle de langage.' }),
    intoFrench('Traffic is up.', 'Le ⟦traffic⟧ progresse.', { fixed: 'Le trafic progresse.' }),
    intoFrench('The bet paid off.', '⟦La⟧ pari a payé.', { fixed: 'Le pari a payé.' }),
    intoFrench('The unicorn is hiring.', '⟦Le⟧ licorne recrute.', { fixed: 'La licorne recrute.' }),
    intoFrench('The new chip is here.', 'La ⟦nouveau⟧ puce arrive.', { fixed: 'La nouvelle puce arrive.' }),
    intoFrench('It buys chips from NVIDIA.', 'Il ⟦achète des puces de ⟧NVIDIA.', { profile: 'strict' }),
    intoEnglish('Le centre de données a changé de couleur.', 'The data ⟦center⟧ changed ⟦color⟧.', {
      to: 'en-GB',
      fixed: 'The data centre changed colour.',
    }),
    intoEnglish('Les centres de données s’organisent.', 'Data ⟦centres⟧ ⟦organise⟧.', {
      to: 'en-US',
      fixed: 'Data centers organize.',
    }),
    intoEnglish('Il honore la couleur du centre.', 'He honours the ⟦color⟧ of the centre.', {
      fixed: 'He honours the colour of the centre.',
    }),
    intoEnglish('Les centres de données s’organisent.', 'Data centres organize.', { to: 'en-GB' }),
    intoEnglish('Le Lincoln Center rouvre.', 'The Lincoln Center reopens.', { to: 'en-GB' }),
    intoFrench('The lobbying pays.', 'Le lobbying paie.', { knows: ['le', 'paie', 'lobbying'] }),
    intoFrench('The Language Server runs.', 'Le «\u00a0language server\u00a0» tourne.'),
  ],
  *run(checked) {
    const { target, source } = checked;
    if (source.language === target.language) return;
    yield* twinFaults(checked);
    if (target.language === 'fr') {
      yield* agreementFaults(target);
      yield* numberFaults(target);
      const calques = calquesOf(target).map(({ rule }) => rule);
      yield* patternFaults(checked, calques);
    }
    if (target.language === 'en') yield* variantFaults(target);
    if (checked.knows) yield* unknownFaults(checked, checked.knows);
  },
};

/** « traffic » in French, "trafic" in English. */
function* twinFaults({ source, target }: Pair): Generator<Fault> {
  const own = twins[target.language as 'fr' | 'en'];
  if (!own) return;
  for (const { low, text, start, end } of target.words) {
    const right = own.get(low);
    if (right === undefined || text !== low || isQuoted(start, target.prose) || isCopied(start, end, target, source))
      continue;
    yield { side: 'target', start, end, message: write(right), fix: right };
  }
}

/** Whether a word belongs to a name that the source has as well: "Traffic" behind the same capitalised word. */
function isCopied(start: number, end: number, target: Side, source: Side): boolean {
  const before = /\p{Lu}[\p{L}.-]*\s$/u.exec(target.prose.slice(Math.max(0, start - LONGEST_NAME), start))?.[0];
  return before !== undefined && source.text.includes(before + target.prose.slice(start, end));
}

const LONGEST_NAME = 40;

function isQuoted(at: number, prose: string): boolean {
  return quotationsOf(prose).spans.some(({ start, end }) => at > start && at < end);
}

function write(right: string) {
  return {
    en: `The language of the target spells it "${right}": write that.`,
    fr: `Dans la langue cible, on écrit «\u00a0${right}\u00a0»\u00a0: corrigez.`,
  };
}

const COMMON = /^\p{Ll}[\p{Ll}'\u2019]{2,}$/u;

/** Small words that neither dictionary knows and that the source does not have: what it has is copied, never corrected. */
function* unknownFaults({ source, target, terms }: Pair, knows: NonNullable<Pair['knows']>): Generator<Fault> {
  const copied = new Set(source.words.map(({ low }) => low));
  const own = twins[target.language as 'fr' | 'en'];
  for (const { text, low, start, end } of target.words) {
    if (!COMMON.test(text) || copied.has(low) || loans.has(low) || own?.has(low)) continue;
    if (/['\u2019]$/.test(text) || knows(low, target.tag) || knows(low, source.tag)) continue;
    if (terms.some(({ target: words }) => words.some((word) => word.toLowerCase().includes(low)))) continue;
    yield { side: 'target', start, end, message: UNKNOWN };
  }
}

const UNKNOWN = {
  en: 'No dictionary knows this word: check it, or add it to the desk’s words.',
  fr: 'Aucun dictionnaire ne connaît ce mot\u00a0: vérifiez-le ou ajoutez-le aux mots de la rédaction.',
};
