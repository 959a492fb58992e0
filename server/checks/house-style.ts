// A desk's house style: how strict its checks are, whose manners each language follows, and its own severities. It is one
// JSON object, which desks can share as a file.
import type { Language } from '../model.ts';
import { baseLanguage } from '../text/language.ts';
import type { Profile } from './check.ts';
import { PRESET, type Weight } from './preset.ts';

/** Whose usage a language follows. */
export type Manners = 'imprimerie-nationale' | 'afp' | 'oqlf' | 'ap' | 'guardian';

/** A usage: of which language and region, and what it weighs otherwise than the profile. */
export interface Usage {
  language: 'fr' | 'en';
  region: string;
  about: { en: string; fr: string };
  weights: Readonly<Record<string, Weight>>;
}

const CAREFUL: Readonly<Record<string, Weight>> = {
  'typography-fr/plain-space': 'warning',
  'typography-fr/apostrophe': 'warning',
  'typography-fr/capital-accent': 'warning',
  'typography-fr/ellipsis': 'warning',
  'typography-fr/hour': 'warning',
};

/** The usages that a desk can choose from. */
export const USAGES: Readonly<Record<Manners, Usage>> = {
  'imprimerie-nationale': {
    language: 'fr',
    region: 'FR',
    about: {
      en: 'Imprimerie nationale: no-break spaces, curly apostrophes, accents on capitals, “20 h 30”',
      fr: 'Imprimerie nationale\u00a0: espaces insécables, apostrophe courbe, capitales accentuées, «\u00a020\u00a0h\u00a030\u00a0»',
    },
    weights: CAREFUL,
  },
  afp: {
    language: 'fr',
    region: 'FR',
    about: {
      en: 'AFP: the spaces and accents of a wire, whatever the keyboard gives',
      fr: 'AFP\u00a0: les espaces et les accents d’une dépêche, tels que le clavier les donne',
    },
    weights: {
      'typography-fr/plain-space': 'off',
      'typography-fr/apostrophe': 'off',
      'typography-fr/capital-accent': 'off',
      'typography-fr/ellipsis': 'off',
      'typography-fr/hour': 'off',
    },
  },
  oqlf: {
    language: 'fr',
    region: 'CA',
    about: {
      en: 'Québec (OQLF): no space before ; ! ?',
      fr: 'Québec (OQLF)\u00a0: pas d’espace devant ; ! ?',
    },
    weights: {},
  },
  ap: {
    language: 'en',
    region: 'US',
    about: {
      en: 'AP: 2:30 p.m., March 12, $3 billion, Mr. with a point',
      fr: 'AP\u00a0: 2:30\u00a0p.m., March\u00a012, $3\u00a0billion, Mr. avec un point',
    },
    weights: { 'typography-en/manners': 'warning' },
  },
  guardian: {
    language: 'en',
    region: 'GB',
    about: {
      en: 'The Guardian: 2.30pm, 12 March, $3bn, Mr without a point',
      fr: 'The Guardian\u00a0: 2.30pm, 12\u00a0March, $3bn, Mr sans point',
    },
    weights: { 'typography-en/manners': 'warning' },
  },
};

/** A house style. `weights` are by check (`quotes`) or rule (`typography-fr/apostrophe`) and go before the usage's. */
export interface HouseStyle {
  profile: Profile;
  french: Manners | null;
  english: Manners | null;
  weights: Readonly<Record<string, Weight>>;
}

/** What a desk begins with: the default profile and nobody's manners. */
export const PLAIN_STYLE: HouseStyle = { profile: 'default', french: null, english: null, weights: {} };

const PROFILES: readonly unknown[] = ['lax', 'default', 'strict'];
const WEIGHTS: readonly unknown[] = ['error', 'warning', 'note', 'off'];

/** Reads a house style from JSON that may be anything: what is missing is plain. `why` says what is not understood, or null. */
export function readHouseStyle(json: unknown): { style: HouseStyle; why: string | null } {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return { style: PLAIN_STYLE, why: 'a house style is one JSON object' };
  const { profile = 'default', french = null, english = null, weights = {} } = json as Record<string, unknown>;
  const style = { profile, french, english, weights } as HouseStyle;
  const why = profileFault(profile) ?? usageFault(french, 'fr') ?? usageFault(english, 'en') ?? weightFault(weights);
  return { style: why === null ? style : PLAIN_STYLE, why };
}

function profileFault(profile: unknown): string | null {
  return PROFILES.includes(profile) ? null : '"profile" is lax, default or strict';
}

function usageFault(name: unknown, language: 'fr' | 'en'): string | null {
  const known = Object.entries(USAGES).filter(([, usage]) => usage.language === language);
  if (name === null || known.some(([id]) => id === name)) return null;
  return `"${language === 'fr' ? 'french' : 'english'}" is null or one of ${known.map(([id]) => id).join(', ')}`;
}

function weightFault(weights: unknown): string | null {
  if (typeof weights !== 'object' || weights === null || Array.isArray(weights))
    return '"weights" names checks or rules and their severities';
  for (const [name, weight] of Object.entries(weights)) {
    if (!(name in PRESET)) return `there is no check or rule "${name}"`;
    if (!WEIGHTS.includes(weight)) return `the severity of "${name}" is error, warning, note or off`;
  }
  return null;
}

/** What a style asks of the checks for a target language: its profile, its weights, and the tag with the usage's region. */
export function styleFor(
  style: HouseStyle,
  to: Language,
): { profile: Profile; style: Readonly<Record<string, Weight>>; to: Language } {
  const base = baseLanguage(to);
  const chosen = base === 'fr' ? style.french : base === 'en' ? style.english : null;
  const usage = chosen === null ? null : USAGES[chosen];
  const regioned = usage && !to.includes('-') ? `${to}-${usage.region}` : to;
  return { profile: style.profile, style: { ...usage?.weights, ...style.weights }, to: regioned };
}
