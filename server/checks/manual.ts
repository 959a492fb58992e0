// The page of the manual about the checks, printed from their own samples: what it shows is what the tests hold them to.
import { NBSP, NNBSP } from '../text/typography.ts';
import type { Check, Profile, Sample } from './check.ts';
import { CHECKS } from './index.ts';
import { PRESET, type Weight } from './preset.ts';

/** The languages in which the manual is printed. */
export type ManualLanguage = 'en' | 'fr';

const PROFILES: readonly Profile[] = ['lax', 'default', 'strict'];

const WORDS = {
  en: {
    title: 'The checks',
    lead: 'What each check looks for, how severe it is in each profile, and what it says of a few pairs. ⟦ ⟧ marks what it points at; behind the arrow stands the target after its fix. In the samples ⍽ is a no-break space and ‿ a narrow one.',
    severity: 'Severity',
    profiles: { lax: 'lax', default: 'default', strict: 'strict' },
    weights: { error: 'error', warning: 'warning', note: 'note', off: 'off' },
    points: 'Points at',
    spares: 'Says nothing about',
  },
  fr: {
    title: 'Les contrôles',
    lead: `Ce que cherche chaque contrôle, sa gravité dans chaque profil et ce qu’il dit de quelques paires. ⟦ ⟧ marque ce qu’il désigne${NNBSP}; derrière la flèche figure la cible corrigée. Dans les exemples, ⍽ est une espace insécable et ‿ une fine insécable.`,
    severity: 'Gravité',
    profiles: { lax: 'large', default: 'courant', strict: 'strict' },
    weights: { error: 'erreur', warning: 'avertissement', note: 'remarque', off: 'muet' },
    points: 'Signale',
    spares: 'Laisse passer',
  },
} as const;

/** The page as Markdown, in one language. No-break spaces stand as HTML entities in the prose, and as signs in the samples. */
export function printChecks(language: ManualLanguage): string {
  const { title, lead } = WORDS[language];
  const chapters = CHECKS.map((check) => printCheck(check, language));
  const page = [`# ${title}`, lead, ...chapters].join('\n\n');
  return `${page.replaceAll(NBSP, '&nbsp;').replaceAll(NNBSP, '&#8239;')}\n`;
}

function printCheck({ id, about, samples }: Check, language: ManualLanguage): string {
  const { points, spares } = WORDS[language];
  const pointing = samples.filter(isPointing);
  const silent = samples.filter((sample) => !isPointing(sample));
  return [
    `## ${id}`,
    about[language],
    severities(id, language),
    ...listed(points, pointing, language),
    ...listed(spares, silent, language),
  ].join('\n\n');
}

function severities(id: Check['id'], language: ManualLanguage): string {
  const { severity, profiles, weights } = WORDS[language];
  const rows = Object.entries(PRESET).filter(([name]) => name === id || name.startsWith(`${id}/`));
  const cell = (weight: Weight) => weights[weight];
  return [
    `| ${severity} | ${PROFILES.map((profile) => profiles[profile]).join(' | ')} |`,
    '|---|---|---|---|',
    ...rows.map(([name, row]) => `| \`${name}\` | ${PROFILES.map((profile) => cell(row[profile])).join(' | ')} |`),
  ].join('\n');
}

function listed(head: string, samples: readonly Sample[], language: ManualLanguage): string[] {
  if (samples.length === 0) return [];
  return [`**${head}**`, samples.map((sample) => printSample(sample, language)).join('\n')];
}

function printSample({ source, target, fixed, profile }: Sample, language: ManualLanguage): string {
  const manner = profile ? ` (${WORDS[language].profiles[profile]})` : '';
  const lines = [`- ${coded(source)}${manner}`, `  ${coded(target)}`];
  return [...lines, ...(fixed === undefined ? [] : [`  → ${coded(fixed)}`])].join('\\\n');
}

/** As code, so that Markdown reads no marks into it. */
function coded(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  const shown = text.replaceAll(NBSP, '⍽').replaceAll(NNBSP, '‿');
  return shown === '' ? '—' : `${fence}${shown}${fence}`;
}

function isPointing({ source, target }: Sample): boolean {
  return source.includes('⟦') || target.includes('⟦');
}
