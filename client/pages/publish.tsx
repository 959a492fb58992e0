// What was approved here, given to a service as a translation memory: asked first, then followed to its end.
import { type FormEvent, useEffect, useState } from 'react';
import { JobLine } from '../parts/job.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useWords, type Words } from '../words/words.tsx';

interface PublishProps {
  service: string;
  /** What a person calls the service. */
  name: string;
}

/** The button that asks, the question, and how the work goes. */
export function Publish({ service, name }: PublishProps) {
  const words = useWords();
  const deeds = useDeeds();
  const [step, setStep] = useState<'closed' | 'asking' | 'answered'>('closed');
  const [job, setJob] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    void deeds.publishing(service).then((running) => here && running !== null && setJob(running));
    return () => {
      here = false;
    };
  }, [deeds, service]);
  const { providers } = words;
  return (
    <>
      {step === 'asking' ? (
        <Question service={service} name={name} close={() => setStep('answered')} begun={setJob} />
      ) : (
        <p>
          {/* The focus comes back to where the question was asked. */}
          {/* biome-ignore lint/a11y/noAutofocus: as in a dialog that closes */}
          <button type="button" className="quiet" autoFocus={step === 'answered'} onClick={() => setStep('asking')}>
            {providers.publish(name)}
          </button>
        </p>
      )}
      {job !== null && (
        <JobLine
          id={job}
          title={providers.publishing(name)}
          result={(result) => publishedInWords(result, words)}
          away={() => setJob(null)}
          again={setJob}
        />
      )}
    </>
  );
}

const DIRECTIONS = ['fr en', 'en fr'] as const;

/** Which direction, and whether really. */
function Question(props: PublishProps & { close: () => void; begun: (job: number) => void }) {
  const { service, name, close, begun } = props;
  const words = useWords();
  const deeds = useDeeds();
  const [direction, setDirection] = useState<string>(DIRECTIONS[0]);
  const { providers } = words;
  const named = (tag = '') => words.f.language(tag);
  const publish = (event: FormEvent) => {
    event.preventDefault();
    const [from = '', to = ''] = direction.split(' ');
    close();
    void deeds.publish(service, from, to).then((job) => job !== null && begun(job));
  };
  return (
    <form className="publish" onSubmit={publish}>
      <p>{providers.publishAbout(name)}</p>
      <label className="field">
        <span>{providers.direction}</span>
        {/* biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed */}
        <select autoFocus value={direction} onChange={(event) => setDirection(event.target.value)}>
          {DIRECTIONS.map((both) => (
            <option key={both} value={both}>
              {both.split(' ').map(named).join(' → ')}
            </option>
          ))}
        </select>
      </label>
      <div className="dialog-acts">
        <button type="button" className="quiet" onClick={close}>
          {words.frame.cancel}
        </button>
        <button type="submit" className="main">
          {providers.publishGo}
        </button>
      </div>
    </form>
  );
}

function publishedInWords(result: unknown, { providers }: Words): string {
  const { name = '', units = 0, held = 0 } = (result ?? {}) as { name?: string; units?: number; held?: number };
  const went = units === 0 ? providers.nothingToPublish : providers.published(name, units);
  return held > 0 ? `${went} ${providers.held(held)}` : went;
}
