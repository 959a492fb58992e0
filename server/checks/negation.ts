// A "not" that was lost, or gained: nothing on the other side denies, refuses, lacks or limits anything.
import { type Check, intoEnglish, intoFrench } from './check.ts';
import lists from './negations.json' with { type: 'json' };
import { type Mention, mentionsOf, oneSided } from './one-sided.ts';
import { anyOf } from './patterns.ts';
import { mayStand } from './phrase-index.ts';
import type { Side } from './side.ts';

/** Strong words deny; weak ones can stand for a denial; neutral phrases hold a strong word and deny nothing. */
const patterns = {
  fr: read(lists.fr),
  en: read(lists.en),
};
/** These deny only with « ne » before them: « plus », « personne », « pas » are adverbs and nouns otherwise. */
const WITH_NE = /^(?:pas|plus|personne|point|rien|guère|nul(?:le|s|les)?)$/i;
const NE = /(?<![\p{L}])n(?:e\s|['’])(?!cess\p{L}*\s(?:de|d['’])|a\scessé)/iu;

function read({ strong, weak, neutral }: { strong: string[]; weak: string[]; neutral: string[] }) {
  return { mayDeny: mayStand(strong), strong: anyOf(strong), weak: anyOf(weak), neutral: anyOf(neutral) };
}

export const negation: Check = {
  id: 'negation',
  about: {
    en: 'A negation of one side that nothing on the other side answers: a lost "not" turns the news around.',
    fr: 'Négation d’un côté à laquelle rien ne répond de l’autre\u00a0: un «\u00a0pas\u00a0» perdu inverse la nouvelle.',
  },
  samples: [
    intoEnglish('Le groupe n’a ⟦pas⟧ confirmé.', 'The group confirmed.'),
    intoFrench('The firm ⟦never⟧ shared the data.', 'La société a partagé les données.'),
    intoFrench('The flaw has been fixed.', 'La faille n’a ⟦pas⟧ été corrigée.'),
    intoEnglish('Le site n’emploie que deux salariés.', 'The site has only two employees.'),
    intoEnglish('Les prix ne cessent de monter.', 'Prices keep rising.'),
    intoEnglish('Le géant ne veut pas payer.', 'The giant refuses to pay.'),
    intoEnglish('C’est un pas important.', 'It is an important step.'),
    intoFrench('Orange is the No. 1 operator.', 'Orange est le premier opérateur.'),
  ],
  run: (pair) =>
    oneSided(pair, {
      mentions: denials,
      answers,
      lost: {
        en: 'The target does not say this "not": see whether it was lost.',
        fr: 'La cible ne dit pas cette négation\u00a0: voyez si elle s’est perdue.',
      },
      gained: {
        en: 'The source does not deny this: see whether the "not" was added.',
        fr: 'La source ne nie pas cela\u00a0: voyez si la négation a été ajoutée.',
      },
    }),
};

/** Where a side denies something in so many words. */
function denials(side: Side): Mention[] {
  const { mayDeny, strong, neutral } = patterns[side.language as 'fr' | 'en'];
  if (!mayDeny(side)) return [];
  const prose = side.prose.replace(neutral, (words) => '\ufffc'.repeat(words.length));
  const all = mentionsOf(strong, prose);
  if (side.language !== 'fr' || all.length === 0 || NE.test(prose)) return all;
  return all.filter(({ text }) => !WITH_NE.test(text));
}

/** Refusing, lacking, limiting: "fails to" answers « n’a pas », "only" answers « ne … que ». */
function answers(side: Side): boolean {
  const { weak, neutral } = patterns[side.language as 'fr' | 'en'];
  return side.prose.search(weak) >= 0 || side.prose.search(neutral) >= 0;
}
