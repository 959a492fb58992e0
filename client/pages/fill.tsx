// Before texts go to a service: how many, what they cost, and what kind of service it is.
import { useEffect, useRef, useState } from 'react';
import type { Account, FillPlan } from '../api/shapes.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useDeeds } from '../state/deeds.tsx';
import { useStore } from '../state/store.tsx';
import { wordsOf } from '../state/tools.ts';
import { useWords, type Words } from '../words/words.tsx';

/** Asks whether to send what the memory lacks. */
export function FillDialog({ plan }: { plan: FillPlan }) {
  const words = useWords();
  const store = useStore();
  const deeds = useDeeds();
  const { providers } = words;
  const send = useRef<HTMLButtonElement>(null);
  // Enter sends, Esc does not: the one who asked for a fill has said most of it.
  useEffect(() => send.current?.focus(), []);
  const name = providers.names[plan.provider] ?? plan.provider;
  return (
    <Dialog
      title={providers.fillTitle(name)}
      className="small"
      onClose={() => store.dispatch({ type: 'dialog', dialog: null })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void deeds.fillNow();
        }}
      >
        <ul className="fill-plan">
          {linesOf(plan, words).map((line) => (
            <li key={line}>{line}</li>
          ))}
          <AccountLine name={plan.provider} />
        </ul>
        {plan.plan?.warning && <p className="warning">{providers.warnings[plan.plan.warning]}</p>}
        <div className="dialog-acts">
          <button type="button" className="quiet" onClick={() => void deeds.fillNow('none')}>
            {providers.memoryOnly}
          </button>
          <button type="submit" className="main" ref={send}>
            {providers.fillGo}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function linesOf(plan: FillPlan, { providers }: Words): string[] {
  const known = plan.context + plan.exact + plan.repaired + plan.fuzzy;
  return [
    providers.fillSends(plan.machine, plan.plan?.calls ?? 1),
    providers.fillCosts(plan.sentCharacters, plan.billedCharacters),
    ...(known > 0 ? [providers.fillKnown(known)] : []),
    ...(plan.empty > 0 ? [providers.fillLeft(plan.empty)] : []),
  ];
}

/** What the account has used so far, once the service has said it. */
function AccountLine({ name }: { name: string }) {
  const words = useWords();
  const deeds = useDeeds();
  const [account, setAccount] = useState<Account | null>(null);
  useEffect(() => {
    let here = true;
    void deeds.askAccount(name).then((said) => here && setAccount(said));
    return () => {
      here = false;
    };
  }, [deeds, name]);
  if (!account) return null;
  const { ok, code, detail, usage } = account;
  if (!ok) return <li>{wordsOf({ code: code ?? '', message: detail }, words)}</li>;
  return usage && <li>{words.providers.account(usage.used, usage.limit)}</li>;
}
