// What one can do with a finding beside mending it: wave it through with a reason, look for the word that was meant.
import { type FormEvent, useState } from 'react';
import type { Finding, SegmentView } from '../api/shapes.ts';
import { useDeeds } from '../state/deeds.tsx';
import { useSelect } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';

/** Who asks for the form writes in it. */
const focused = (field: HTMLInputElement | null) => field?.focus();

interface FindingActsProps {
  finding: Finding;
  segment: SegmentView;
  /** The text in the field; only a saved one can have a finding waved through. */
  text: string;
}

/** The further buttons of a finding. */
export function FindingActs({ finding, segment, text }: FindingActsProps) {
  const { panel: words, frame } = useWords();
  const deeds = useDeeds();
  const [asked, setAsked] = useState(false);
  const [why, setWhy] = useState('');
  const span = finding.side === 'target' ? text.slice(finding.start, finding.end) : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void deeds.dismiss(segment, finding, why);
  };
  if (asked) {
    return (
      <form className="dismissing" onSubmit={submit}>
        <input
          value={why}
          maxLength={500}
          aria-label={words.why}
          placeholder={words.why}
          ref={focused}
          onChange={(event) => setWhy(event.target.value)}
        />
        <button type="submit" className="quiet">
          {words.wave}
        </button>
        <button type="button" className="bare" onClick={() => setAsked(false)}>
          {frame.cancel}
        </button>
      </form>
    );
  }
  return (
    <>
      {finding.check === 'spelling' && finding.fix === undefined && span !== '' && (
        <Suggestions finding={finding} word={span} />
      )}
      {text === segment.target && (
        <button type="button" className="bare" onClick={() => setAsked(true)}>
          {words.wave}
        </button>
      )}
    </>
  );
}

function Suggestions({ finding, word }: { finding: Finding; word: string }) {
  const { panel: words } = useWords();
  const deeds = useDeeds();
  const to = useSelect((state) => state.review?.article?.to ?? '');
  const article = useSelect((state) => state.review?.id ?? 0);
  const [found, setFound] = useState<readonly string[] | null>(null);
  if (found === null) {
    return (
      <button type="button" className="bare" onClick={async () => setFound(await deeds.suggestions(word, to))}>
        {words.suggest}
      </button>
    );
  }
  return (
    <>
      {found.length === 0 && <span className="soft">{words.noSuggestion} </span>}
      {found.map((one) => (
        <button key={one} type="button" className="quiet" lang={to} onClick={() => deeds.replaceWord(finding, one)}>
          {one}
        </button>
      ))}
      <button type="button" className="bare" onClick={() => void deeds.settleWord(article, word)}>
        {words.right}
      </button>
    </>
  );
}
