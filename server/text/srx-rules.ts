// Segmentation rules in the manner of SRX 2.0: at each place of the text the first rule that fits decides.

/** One rule: what stands before and behind a place, as JavaScript expressions, and whether a sentence ends there. */
export interface SrxRule {
  break: boolean;
  before: string;
  after: string;
  flags: string;
}

/** The UTF-16 offsets at which the rules break a text, in order, both ends left out. */
export function breaksBySrx(text: string, rules: readonly SrxRule[]): number[] {
  const compiled = rules.map((rule) => ({ breaks: rule.break, pattern: patternOf(rule) }));
  const breaks = new Set<number>();
  compiled.forEach(({ breaks: does, pattern }, i) => {
    if (!does) return;
    const earlier = compiled.slice(0, i).filter((rule) => !rule.breaks);
    for (const at of placesOf(text, pattern)) {
      if (at > 0 && at < text.length && !earlier.some((rule) => fitsAt(rule.pattern, text, at))) breaks.add(at);
    }
  });
  return [...breaks].sort((a, b) => a - b);
}

function patternOf({ before, after, flags }: SrxRule): RegExp {
  const behind = before === '' ? '' : `(?<=${before})`;
  const ahead = after === '' ? '' : `(?=${after})`;
  return new RegExp(behind + ahead, `${flags}y`);
}

function* placesOf(text: string, pattern: RegExp): Generator<number> {
  const everywhere = new RegExp(pattern.source, `${pattern.flags.replace('y', '')}g`);
  for (const found of text.matchAll(everywhere)) yield found.index;
}

function fitsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
