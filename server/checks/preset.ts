// How severe each check is, by profile, each with its reason. A rule named `check/rule` is weighed apart from its check.
import type { Severity } from '../model.ts';
import type { CheckName, Profile } from './check.ts';

/** A severity, or silence. */
export type Weight = Severity | 'off';

interface Row {
  lax: Weight;
  default: Weight;
  strict: Weight;
  why: string;
}

const error = (why: string): Row => ({ lax: 'error', default: 'error', strict: 'error', why });
const careful = (why: string): Row => ({ lax: 'warning', default: 'error', strict: 'error', why });
/** Sure enough to say, not to stop an approval: the words of an open class can always be meant. */
const open = (why: string): Row => ({ lax: 'warning', default: 'warning', strict: 'error', why });
const warning = (why: string): Row => ({ lax: 'warning', default: 'warning', strict: 'warning', why });
const tidy = (why: string): Row => ({ lax: 'note', default: 'warning', strict: 'error', why });
const houseStyle = (why: string): Row => ({ lax: 'off', default: 'off', strict: 'warning', why });

/** Errors hold back an approval, warnings do not. */
export const PRESET: Readonly<Record<CheckName, Row> & Record<string, Row>> = {
  number: error('A billion for a million is a correction on page two.'),
  'number/billion': warning('French « billion » is right and misread all the same.'),
  currency: error('Another currency is another amount.'),
  date: error('Readers act on dates.'),
  unit: error('A bit is not a byte.'),
  percent: error('A per cent is not a point.'),
  'typography-fr': tidy('A misplaced space shows, but misleads nobody.'),
  'typography-fr/plain-space': houseStyle('The web breaks lines there; print does not.'),
  'typography-fr/apostrophe': houseStyle('Many systems print the straight one.'),
  'typography-fr/capital-accent': houseStyle('Old keyboards made a habit of it.'),
  'typography-fr/ellipsis': houseStyle('Three points read the same.'),
  'typography-fr/hour': houseStyle('« 20h30 » is common on the web.'),
  'typography-en': tidy('A misplaced space shows, but misleads nobody.'),
  'typography-en/decade': houseStyle('House style, not grammar.'),
  'typography-en/manners': houseStyle('AP and the Guardian write times, days, amounts and titles each in their way.'),
  'typography-en/quotation-marks': houseStyle('AP and the Guardian differ.'),
  quotes: careful('Where a quotation ends decides who says what.'),
  brackets: careful('A bracket left open is seen by every reader.'),
  'end-punctuation': warning('Headlines lose their full stops on purpose.'),
  untranslated: open('Source language in print.'),
  'repeated-word': open('A slip that a spelling checker does not see.'),
  'double-space': tidy('The web hides it, print does not.'),
  length: warning('A guess: something may be missing or added.'),
  tag: error('A lost code breaks the page or its link.'),
  url: careful('A changed address leads nowhere; a localised one may be meant.'),
  term: warning('The desk chose a word; a pronoun may stand for it.'),
  'term/first-mention': warning('A reader abroad does not know who « Bercy » is.'),
  'term/short-form': {
    lax: 'off',
    default: 'note',
    strict: 'warning',
    why: 'Saying it twice is long, not wrong.',
  },
  'forbidden-term': careful('The desk ruled the word out.'),
  acronym: open('« IA » in English is nobody’s acronym.'),
  name: warning('A misspelt name is the oldest correction; a new name may be right.'),
  inconsistent: warning('Two wordings of one label; in prose it may be meant.'),
  'false-friend': open('The sentence says something else.'),
  'false-friend/house-style': houseStyle('« supporter » for "support" is common in computing.'),
  spelling: warning('No dictionary knows every new word.'),
  'spelling/variant': warning('A title spells one English; both at once look careless.'),
  'spelling/calque': {
    lax: 'off',
    default: 'note',
    strict: 'warning',
    why: 'Advice on style; many a calque has become French.',
  },
  boilerplate: error('A machine’s own words in print.'),
  negation: warning('A lost "not" turns the news around; it can also hide in a verb.'),
  hedge: warning('Hearsay printed as fact is libel; a hedge has many wordings.'),
  'attribution/back-translated': {
    lax: 'off',
    default: 'note',
    strict: 'warning',
    why: 'The original words are known somewhere; only a person can find them.',
  },
  attribution: warning('Who said it; speech can be reported in many ways.'),
};

/** The weight of a finding: the desk's own, for the rule or else the check; otherwise the profile's. */
export function weigh(
  check: CheckName,
  rule: string | undefined,
  profile: Profile,
  style: Readonly<Record<string, Weight>> = {},
): Weight {
  const name = rule ? `${check}/${rule}` : check;
  return style[name] ?? style[check] ?? (PRESET[name] ?? PRESET[check])[profile];
}
