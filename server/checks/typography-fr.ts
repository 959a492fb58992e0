// French typography after the Lexique of the Imprimerie nationale; the web's plain spaces pass unless the profile is strict.
import { NBSP, NNBSP } from '../text/typography.ts';
import { type Check, type Fault, intoFrench } from './check.ts';
import { type PatternRule, patternFaults } from './patterns.ts';
import { PEOPLES_AND_LANGUAGES } from './typography-fr-peoples.ts';
import { ENGLISH_MARKS, foreignQuotes, SPACES, STRICT_SPACES, spacesOf } from './typography-fr-spaces.ts';
import { WORDS } from './typography-fr-words.ts';

const RULES: readonly PatternRule[] = [...SPACES, ...WORDS, ...PEOPLES_AND_LANGUAGES, ...STRICT_SPACES];

export const typographyFr: Check = {
  id: 'typography-fr',
  about: {
    en: 'French spacing before high punctuation and inside guillemets, ordinals, small letters of days, months and adjectives.',
    fr: 'Espaces devant la ponctuation haute et dans les guillemets, ordinaux, minuscules des jours, des mois et des adjectifs.',
  },
  samples: [
    intoFrench('Is this the end?', 'Est-ce la fin⟦?⟧', { fixed: 'Est-ce la fin\u202f?' }),
    intoFrench('Is this the end?', 'Est-ce la fin⟦ ⟧?', { profile: 'strict', fixed: 'Est-ce la fin\u202f?' }),
    intoFrench('Is this the end?', 'Est-ce la fin ?'),
    intoFrench('Really?!', 'Vraiment\u202f?!'),
    { from: 'en', to: 'fr-CA', source: 'Really?', target: 'Vraiment?' },
    { from: 'en', to: 'fr-CA', source: 'Really?', target: 'Vraiment⟦\u00a0⟧?', fixed: 'Vraiment?' },
    {
      from: 'en',
      to: 'fr-CH',
      source: 'Really? “Yes.”',
      target: 'Vraiment? ⟦«⟧Oui.⟦»⟧',
      fixed: 'Vraiment? «\u202fOui.\u202f»',
    },
    intoFrench('Two options: pay or leave.', 'Deux options⟦:⟧ payer ou partir.', {
      fixed: 'Deux options\u00a0: payer ou partir.',
    }),
    intoFrench('At 14:30, std::vector was 16:9.', 'À 14:30, std::vector était en 16:9.'),
    intoFrench('“Yes,” he says.', '⟦«⟧oui⟦»⟧, dit-il.', { fixed: '«\u00a0oui\u00a0», dit-il.' }),
    intoFrench('“Yes,” he says.', '⟦“oui”⟧, dit-il.', { fixed: '«\u00a0oui\u00a0», dit-il.' }),
    intoFrench('“He said ‘yes’.”', '«\u00a0Il a dit “oui”.\u00a0»'),
    intoFrench('Yes, but.', 'Oui⟦ ⟧, mais.', { fixed: 'Oui, mais.' }),
    intoFrench('The law (2024) holds.', 'La loi (⟦ ⟧2024⟦ ⟧) tient.', { fixed: 'La loi (2024) tient.' }),
    intoFrench('The company grows.', 'L’⟦ ⟧entreprise grandit.', { fixed: 'L’entreprise grandit.' }),
    intoFrench('The third operator.', 'Le ⟦3ème⟧ opérateur.', { fixed: 'Le 3e opérateur.' }),
    intoFrench('The 1st version, the 21st century.', 'La ⟦1ère⟧ version, le ⟦XXIème⟧ siècle.', {
      fixed: 'La 1re version, le XXIe siècle.',
    }),
    intoFrench('The 1st, 2nd and 3rd.', 'Le 1er, la 2e et la 3e.'),
    intoFrench('The cloud, AI, etc.', 'Le cloud, l’IA, ⟦etc...⟧', { fixed: 'Le cloud, l’IA, etc.' }),
    intoFrench('The launch is on March 3.', 'Le lancement a lieu le 3 ⟦Mars⟧.', {
      fixed: 'Le lancement a lieu le 3 mars.',
    }),
    intoFrench('It will close on Monday.', 'Il fermera ce ⟦Lundi⟧.', { fixed: 'Il fermera ce lundi.' }),
    intoFrench('It opens on March 1.', 'Elle ouvre le ⟦1⟧ mars.', { fixed: 'Elle ouvre le 1er mars.' }),
    intoFrench('The probe leaves Mars.', 'La sonde quitte Mars.'),
    intoFrench('Mistral is a French startup.', 'Mistral est une start-up ⟦Française⟧.', {
      fixed: 'Mistral est une start-up française.',
    }),
    intoFrench('Young French people read in English.', 'Les jeunes Français lisent en ⟦Anglais⟧.', {
      fixed: 'Les jeunes Français lisent en anglais.',
    }),
    intoFrench('Mr Breton resigned.', '⟦Mr.⟧ Breton a démissionné.', { fixed: 'M. Breton a démissionné.' }),
    intoFrench('It costs €12.', 'Il coûte 12⟦€⟧.', { fixed: 'Il coûte 12\u00a0€.' }),
    intoFrench('In the beginning…', '⟦A⟧ l’origine…', { profile: 'strict', fixed: 'À l’origine…' }),
    intoFrench('The law…', "L⟦'⟧État⟦...⟧", { profile: 'strict', fixed: 'L’État…' }),
    intoFrench('The show starts at 8:30pm.', 'L’émission débute à ⟦20h30⟧.', {
      profile: 'strict',
      fixed: 'L’émission débute à 20\u00a0h\u00a030.',
    }),
    intoFrench('The French prefer to wait.', 'Les ⟦français⟧ préfèrent attendre.', {
      fixed: 'Les Français préfèrent attendre.',
    }),
    intoFrench('One French person in two.', 'Un ⟦français⟧ sur deux.', { fixed: 'Un Français sur deux.' }),
    intoFrench('The European Union.', 'L’Union ⟦Européenne⟧.', { fixed: 'L’Union européenne.' }),
    intoFrench('Its masterpiece.', 'Son chef-d’⟦oeuvre⟧.', { fixed: 'Son chef-d’œuvre.' }),
    intoFrench('Some 36,000 towns, 75011 Paris.', 'Quelque ⟦36000⟧ communes, 75011 Paris.', {
      fixed: 'Quelque 36\u202f000 communes, 75011 Paris.',
    }),
    intoFrench('“Yes,” he says.', '«\u00a0Oui⟦,\u00a0»⟧ dit-il.', { fixed: '«\u00a0Oui\u00a0», dit-il.' }),
    intoFrench('Run git commit -m "x".', 'Lancez git commit -m "x".'),
    intoFrench('Thanks :-)', 'Merci :-)'),
    intoFrench('Yahoo! is back.', 'Yahoo! revient.'),
  ],
  *run(pair) {
    // A copy of the source is not yet French.
    if (pair.target.language !== 'fr' || pair.source.text === pair.target.text) return;
    const swiss = pair.target.region === 'CH';
    for (const fault of patternFaults(pair, RULES)) yield swiss ? withThinSpaces(fault) : fault;
    yield* patternFaults(pair, spacesOf(pair.target.region));
    if (!ENGLISH_MARKS.test(pair.target.prose)) return;
    for (const fault of foreignQuotes(pair)) yield swiss ? withThinSpaces(fault) : fault;
  },
};

/** Swiss typesetters put the thin space before a colon and inside guillemets too (Guide du typographe). */
function withThinSpaces(fault: Fault): Fault {
  return fault.fix && /[:«»]/.test(fault.fix) ? { ...fault, fix: fault.fix.replaceAll(NBSP, NNBSP) } : fault;
}
