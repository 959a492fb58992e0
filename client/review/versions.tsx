// The history of a segment, and the difference between any two of its texts.
import { useState } from 'react';
import type { SegmentView, Version } from '../api/shapes.ts';
import { Difference } from '../parts/difference.tsx';
import { StateMark } from '../parts/marks.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useSelectBetweenKeys } from '../state/store.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { originInWords } from './origin.tsx';

interface VersionsProps {
  segment: SegmentView;
  from: string;
  to: string;
}

/** The versions, newest first, with two choices of what to compare. Nothing while there is no version. */
export function Versions({ segment, from, to }: VersionsProps) {
  const words = useWords();
  const versions = useSelectBetweenKeys((state) => state.review?.sides[segment.id]?.versions ?? null);
  return (
    <section className="versions">
      <h2 id="versions" tabIndex={-1}>
        {words.side.versions}
      </h2>
      {versions === null ? (
        <p className="soft">{words.frame.loading}</p>
      ) : versions.length === 0 ? (
        <p className="soft">{words.side.noVersions}</p>
      ) : (
        <>
          <Comparison segment={segment} versions={versions} from={from} to={to} />
          <ol reversed>
            {versions.toReversed().map((version) => (
              <VersionLine key={version.number} version={version} segment={segment} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function VersionLine({ version, segment }: { version: Version; segment: SegmentView }) {
  const words = useWords();
  const deeds = useDeeds();
  const { number, state, author, at, note } = version;
  return (
    <li className="version">
      <p>
        <StateMark state={state} /> <span className="figures">{number}</span> {words.states[state]} · {author} ·{' '}
        <time dateTime={at} title={words.f.moment(at)}>
          {words.f.ago(at, Date.now())}
        </time>
        {version.origin !== null && version.origin !== 'human' && <> · {originInWords(version, words)}</>}
        {note && (words.side.notes[note] ? ` · ${words.side.notes[note]}` : <q>{note}</q>)}
      </p>
      {number !== segment.version && version.target !== segment.target && (
        <button type="button" className="bare" onClick={() => void deeds.restore(segment.id, number)}>
          {words.side.restore}
          <span className="unseen"> {words.side.version(number)}</span>
        </button>
      )}
    </li>
  );
}

interface Compared {
  key: string;
  name: string;
  text: string;
  side: 'source' | 'target';
  codes: SegmentView['codes'];
}

/** Everything that can be compared: what is typed, each version of the translation, each version of the source. */
function comparable(
  segment: SegmentView,
  versions: readonly Version[],
  typed: string | undefined,
  words: Words,
): Compared[] {
  const targets = versions.toReversed().map((version) => ({
    key: `t${version.number}`,
    name: `${words.side.version(version.number)} · ${words.states[version.state]}`,
    text: version.target,
    side: 'target' as const,
    codes: version.codes ?? segment.codes,
  }));
  const sources = new Map(versions.map((version) => [version.sourceVersion, version]));
  const ofSource = [...sources.values()].toReversed().map((version) => ({
    key: `s${version.sourceVersion}`,
    name: words.side.sourceOf(version.sourceVersion),
    text: version.source,
    side: 'source' as const,
    codes: version.codes ?? segment.codes,
  }));
  const now: Compared[] =
    typed === undefined
      ? []
      : [{ key: 'typed', name: words.side.typing, text: typed, side: 'target', codes: segment.codes }];
  return [...now, ...targets, ...ofSource];
}

/** What the machine or the memory proposed, or else the first version: what a reviewer wants to compare with. */
function proposed(versions: readonly Version[]): Version | undefined {
  return versions.findLast((version) => version.state === 'suggested') ?? versions[0];
}

function Comparison({ segment, versions, from, to }: VersionsProps & { versions: readonly Version[] }) {
  const words = useWords();
  const typed = useSelectBetweenKeys((state) => state.review?.typed[segment.id]?.text);
  const all = comparable(segment, versions, typed, words);
  const [chosen, setChosen] = useState<{ from: string | null; to: string | null }>({ from: null, to: null });
  const find = (key: string | null) => all.find((one) => one.key === key);
  const one = find(chosen.from) ?? find(`t${proposed(versions)?.number}`) ?? all[0];
  const other = find(chosen.to) ?? all[0];
  const several = (side: Compared['side']) => all.filter((each) => each.side === side).length > 1;
  if (!one || !other || !(several('target') || several('source'))) return null;
  return (
    <div className="comparison">
      <div className="two-choices">
        <VersionChoice
          label={words.side.from}
          all={all}
          value={one.key}
          onChange={(key) => setChosen({ ...chosen, from: key })}
        />
        <VersionChoice
          label={words.side.to}
          all={all}
          value={other.key}
          onChange={(key) => setChosen({ ...chosen, to: key })}
        />
      </div>
      <Difference
        from={one.text}
        to={other.text}
        codes={one.codes}
        toCodes={other.codes}
        lang={other.side === 'source' ? from : to}
        spaces="no-break"
      />
    </div>
  );
}

function VersionChoice(props: { label: string; all: Compared[]; value: string; onChange: (key: string) => void }) {
  const words = useWords();
  const group = (side: Compared['side'], label: string) => (
    <optgroup label={label}>
      {props.all
        .filter((one) => one.side === side)
        .map((one) => (
          <option key={one.key} value={one.key}>
            {one.name}
          </option>
        ))}
    </optgroup>
  );
  return (
    <label className="field">
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {group('target', words.side.targets)}
        {group('source', words.side.sources)}
      </select>
    </label>
  );
}
