// How a text writes its numbers: by its language at first, then as a sample of the text shows.
import type { Language } from '../../model.ts';
import { NBSP, NNBSP } from '../typography.ts';

/** The choices that a language leaves open. */
export interface Manner {
  language: 'fr' | 'en' | '';
  /** American order and forms ("March 12, 2024", "8:30 p.m.", "$3.5 billion") in English. */
  american: boolean;
  /** What stands between groups of three digits; '' for none. */
  group: string;
  decimal: ',' | '.';
  /** What stands between a number and its unit or sign behind it; '' closes up ("300km"). */
  gap: string;
  /** Scales in full ("billion") or short ("bn", « Md€ »). */
  scale: 'word' | 'short';
}

/** A language's own manner: careful French print, the Guardian's English, AP's where the tag is en-US; others as English. */
export function mannerFor(tag: Language): Manner {
  const [language, region] = tag.toLowerCase().split(/[-_]/);
  if (language === 'fr')
    return { language: 'fr', american: false, group: NNBSP, decimal: ',', gap: NBSP, scale: 'word' };
  const american = region === 'us';
  const english = language === 'en';
  return {
    language: english ? 'en' : '',
    american,
    group: english ? ',' : '',
    decimal: '.',
    gap: american ? ' ' : '',
    scale: american || !english ? 'word' : 'short',
  };
}

/** A manner with what a sample of the text shows: its groups, its gaps, its scales. Without a number in it nothing changes. */
export function mannerLike(manner: Manner, sample: string): Manner {
  return {
    ...manner,
    ...clockOf(manner, sample),
    ...groupsOf(manner, sample),
    ...gapOf(manner, sample),
    ...scaleOf(sample),
  };
}

/** Points in "p.m." are American, "pm" is not. */
function clockOf(manner: Manner, sample: string): Partial<Manner> {
  const half = manner.language === 'en' ? /\d[ \u00a0\u202f]?[ap](\.?)m\b/.exec(sample) : null;
  return half ? { american: half[1] === '.' } : {};
}

function groupsOf(manner: Manner, sample: string): Partial<Manner> {
  const french = manner.language === 'fr';
  const groups = french ? /\d([ \u00a0\u202f\u2009])\d{3}(?!\d)/.exec(sample) : /\d(,)\d{3}(?!\d)/.exec(sample);
  if (groups?.[1]) return { group: groups[1] };
  return /(?<![\d.,])\d{5,}(?![\d.,])/.test(sample) ? { group: '' } : {};
}

function gapOf(manner: Manner, sample: string): Partial<Manner> {
  const gap =
    manner.language === 'fr'
      ? /\d([ \u00a0\u202f]?)[%€$]/.exec(sample)
      : /\d([ \u00a0\u202f]?)(?:[kKMGT]?[gmBWV]\b|km|kg|GB|MB|TB)/.exec(sample);
  // French always sets a space; a sample that lacks it is a slip.
  return gap && (gap[1] || manner.language !== 'fr') ? { gap: gap[1] ?? '' } : {};
}

function scaleOf(sample: string): Partial<Manner> {
  if (/\d[ \u00a0\u202f]?(?:bn|tn|m)\b|\d[ \u00a0\u202f]?(?:Mds?|M|k)[ \u00a0\u202f]?[€$£]/.test(sample))
    return { scale: 'short' };
  return /\b(?:million|billion|trillion|milliard)s?\b/.test(sample) ? { scale: 'word' } : {};
}
