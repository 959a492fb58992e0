// What is fetched beside the segment one works at, and what one takes from there.
import type { Role } from '../../server/model.ts';
import * as routes from '../api/routes.ts';
import type { Finding } from '../api/shapes.ts';
import { insertInto, replaceIn } from '../keys/insert.ts';
import { findingsNow } from './findings.ts';
import { activeOf } from './review-deeds.ts';
import type { Side } from './state.ts';
import type { Tools } from './tools.ts';
import type { TypingDeeds } from './typing-deeds.ts';

export interface SideDeeds {
  /** Fetches what is not there yet for the side of a segment. */
  loadSide(segment: number): Promise<void>;
  /**
   * Takes a match's target as the text; 1 is the best. The number behind the last one asks for the parts that the memory
   * knows, then takes the draft made of them; the numbers behind that put one part where one writes.
   */
  takeMatch(number: number): void;
  copySource(): void;
  /** Says what a block is; the article is loaded afresh by the event that tells everybody. */
  setRole(block: number, role: Role): Promise<void>;
  /** Puts the fix of a finding into the text that it pointed at. */
  mend(finding: Finding): void;
  mendFirst(): Promise<void>;
}

/** The deeds of the side. */
export function sideDeeds({ store, got, say, words }: Tools, typing: TypingDeeds): SideDeeds {
  const active = () => activeOf(store.get().review);
  const textOf = (id: number, target: string) => store.get().review?.typed[id]?.text ?? target;
  const put = (id: number, text: string) => {
    if (!replaceIn(id, text)) typing.type(id, text);
  };
  const mend = ({ start, end, fix, side }: Finding) => {
    const segment = active();
    if (!segment || fix === undefined || side === 'source') return;
    const text = textOf(segment.id, segment.target);
    if (!replaceIn(segment.id, fix, start, end)) typing.type(segment.id, text.slice(0, start) + fix + text.slice(end));
  };
  // The number behind the last match asks for the parts; then it is the draft's, and each part has one of those behind it.
  const takePart = async (id: number, parts: Side['parts'], number: number) => {
    if (!parts && number === 1) {
      const known = await routes.fragments(id);
      if (!got(known) || !known.ok) return;
      store.dispatch({ type: 'side', segment: id, side: { parts: known.value } });
      const { side, f } = words();
      say(known.value.fragments.length === 0 ? side.noParts : side.draft(f.percent(known.value.covered)));
    } else if (parts && number === 1 && parts.fragments.length > 0) put(id, parts.target);
    const part = parts?.fragments[number - 2];
    if (part && !insertInto(id, part.target)) typing.type(id, textOf(id, '') + part.target);
  };
  return {
    loadSide: async (id) => {
      const side = store.get().review?.sides[id];
      const fetches = [
        side?.matches ? null : routes.matches(id).then((got) => got.ok && { matches: got.value }),
        side?.versions ? null : routes.versions(id).then((got) => got.ok && { versions: got.value }),
        side?.terms ? null : routes.terms(id).then((got) => got.ok && { terms: got.value }),
      ];
      for (const fetched of fetches) {
        void fetched?.then((part) => part && store.dispatch({ type: 'side', segment: id, side: part }));
      }
      await Promise.all(fetches);
    },
    takeMatch: (number) => {
      const segment = active();
      const side = segment && store.get().review?.sides[segment.id];
      if (!segment || !side?.matches) return;
      const match = side.matches[number - 1];
      const part = number - side.matches.length;
      if (match) put(segment.id, match.target);
      else void takePart(segment.id, side.parts, part);
      if (match || (side.parts && part <= side.parts.fragments.length + 1)) say(words().side.taken(number));
      else if (part > 1) say(words().side.noSuch(number));
    },
    copySource: () => {
      const segment = active();
      if (segment) put(segment.id, segment.source);
    },
    setRole: async (block, role) => {
      if (got(await routes.setRole(block, role))) say(words().cast.changed(words().roles[role]));
    },
    mend,
    mendFirst: async () => {
      const segment = active();
      if (!segment) return;
      const text = textOf(segment.id, segment.target);
      const findings = await findingsNow(store.get(), segment);
      const first = findings.find((finding) => finding.fix !== undefined && finding.side === 'target');
      // What was typed meanwhile is not what the finding points at.
      if (!first) say(words().panel.nothingCertain);
      else if (active()?.id === segment.id && textOf(segment.id, segment.target) === text) mend(first);
    },
  };
}
