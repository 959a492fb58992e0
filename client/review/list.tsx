// The article as a list of its sentences, in paragraphs. Long ones stay quick: a paragraph that did not change is not drawn
// again, and one that is out of sight is not laid out (content-visibility).
import { memo, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Furniture as FurnitureLine, SegmentView } from '../api/shapes.ts';
import { useDeeds } from '../state/deeds.tsx';
import { shown, withActive } from '../state/order.ts';
import { atRest } from '../state/rest.ts';
import { activeOf } from '../state/review-deeds.ts';
import { useSelect, useSelectBetweenKeys } from '../state/store.tsx';
import { useWords } from '../words/words.tsx';
import { useNarrow } from './narrow.ts';
import { RoleChoice } from './role.tsx';
import { SegmentRow } from './row.tsx';

interface Languages {
  from: string;
  to: string;
}

const NONE: readonly SegmentView[] = [];
const ALL = { kind: 'all', text: '' } as const;

/** The list of segments that the filter lets through. */
export function SegmentList({ from, to }: Languages) {
  const words = useWords();
  // Where much changes at once (a fill, findings, a filter), the rows follow between keys; the row one works at does so at once.
  const segments = useSelectBetweenKeys((state) => state.review?.segments ?? NONE);
  const now = useSelect((state) => activeOf(state.review));
  const filter = useSelectBetweenKeys((state) => state.review?.filter ?? ALL);
  const active = useSelect((state) => state.review?.active ?? null);
  const fitting = useMemo(() => shown(segments, filter), [segments, filter]);
  const visible = useMemo(() => withActive(fitting, segments, active), [fitting, segments, active]);
  const blocks = useMemo(() => blocksOf(visible), [visible]);
  const spaces = useSelectBetweenKeys((state) => state.showSpaces);
  const narrow = useNarrow();
  const left = useDeferredValue(useLeft(active));
  const place = useClicks();
  const activeBlock = blocks.findIndex((block) => block.some((segment) => segment.id === active));
  const reach = useReach(blocks.length, visible.length);
  return (
    <section ref={place} className="segments" aria-label={words.review.list}>
      <p className="columns" aria-hidden="true">
        <span>{words.review.source}</span>
        <span>{words.review.target}</span>
      </p>
      {visible.length === 0 && <p className="soft none">{words.review.noneShown}</p>}
      {blocks.map((block, i) =>
        Math.abs(i - Math.max(0, activeBlock)) > reach ? (
          <div key={block[0]?.block} className="block" />
        ) : (
          <BlockRows
            key={block[0]?.block}
            block={block}
            active={i === activeBlock ? now : null}
            left={block.some(({ id }) => id in left) ? left : NOTHING_LEFT}
            {...{ from, to, spaces, narrow }}
          />
        ),
      )}
      <Furniture lang={from} />
    </section>
  );
}

function Furniture({ lang }: { lang: string }) {
  const words = useWords();
  const furniture = useSelect((state) => state.review?.boilerplate ?? NO_FURNITURE);
  if (furniture.length === 0) return null;
  return (
    <details className="furniture">
      <summary>{words.review.furniture(furniture.length)}</summary>
      <ul>
        {furniture.map(({ block, text }) => (
          <li key={block}>
            <span lang={lang}>{text}</span> <RoleChoice block={block} chosen="furniture" of={text} />
          </li>
        ))}
      </ul>
    </details>
  );
}

const NO_FURNITURE: readonly FurnitureLine[] = [];
/** How many rows to either side of the active one are drawn at once: a screenful. */
const AT_FIRST = 20;
/** What one step of drawing may take (ms): little enough that the next key does not feel it. */
const STEP = 6;
/** How many blocks around the active one are drawn: a screenful at once, the others while nobody types. */
function useReach(blocks: number, rows: number): number {
  const [reach, setReach] = useState(() => Math.ceil((AT_FIRST * blocks) / Math.max(1, rows)));
  const step = useRef(1);
  useEffect(() => {
    if (reach >= blocks) return;
    return atRest(() => {
      const began = performance.now();
      flushSync(() => setReach(reach + step.current));
      const blocksInTime = (step.current * STEP) / Math.max(1, performance.now() - began);
      step.current = Math.max(1, Math.min(step.current * 2, Math.floor(blocksInTime)));
    });
  }, [reach, blocks]);
  return reach;
}

type Left = Readonly<Record<number, string>>;
const NOTHING_LEFT: Left = {};

/**
 * What was typed in other segments than the active one, the same value as long as that stays so: two thousand rows that
 * looked at the state themselves would each look at every key.
 */
function useLeft(active: number | null): Left {
  const last = useRef(NOTHING_LEFT);
  return useSelect((state) => {
    const others = Object.entries(state.review?.typed ?? {}).filter(([id]) => Number(id) !== active);
    const same =
      others.length === Object.keys(last.current).length &&
      others.every(([id, { text }]) => last.current[Number(id)] === text);
    if (!same) last.current = Object.fromEntries(others.map(([id, { text }]) => [id, text]));
    return last.current;
  });
}

interface BlockProps extends Languages {
  spaces: boolean;
  narrow: boolean;
  block: readonly SegmentView[];
  /** The segment one works at, where it stands in this block. */
  active: SegmentView | null;
  left: Left;
}

const BlockRows = memo(function BlockRows({ block, active, left, ...rest }: BlockProps) {
  return (
    <div className={`block role-${block[0]?.role ?? 'body'}`}>
      {block.map((segment, i) => (
        <SegmentRow
          key={segment.id}
          segment={segment.id === active?.id ? active : segment}
          first={i === 0}
          active={segment.id === active?.id}
          left={left[segment.id]}
          {...rest}
        />
      ))}
    </div>
  );
}, sameBlock);

function sameBlock(one: BlockProps, other: BlockProps): boolean {
  return (
    one.active === other.active &&
    one.left === other.left &&
    one.from === other.from &&
    one.to === other.to &&
    one.spaces === other.spaces &&
    one.narrow === other.narrow &&
    one.block.length === other.block.length &&
    one.block.every((segment, i) => segment === other.block[i])
  );
}

/** Runs of segments that stand in one block. */
function blocksOf(segments: readonly SegmentView[]): SegmentView[][] {
  const blocks: SegmentView[][] = [];
  for (const segment of segments) {
    const last = blocks.at(-1);
    if (last && last[0]?.block === segment.block) last.push(segment);
    else blocks.push([segment]);
  }
  return blocks;
}

/** A press anywhere on a row goes there, unless text was selected or a control was meant. The row's button does it by key. */
function useClicks() {
  const deeds = useDeeds();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const list = place.current;
    const clicked = ({ target }: MouseEvent) => {
      const at = target as Element;
      if (at.closest('button, a, textarea, input, select, .side') || document.getSelection()?.isCollapsed === false)
        return;
      const row = at.closest<HTMLElement>('[data-segment]');
      if (row) deeds.activate(Number(row.dataset['segment']));
    };
    list?.addEventListener('click', clicked);
    return () => list?.removeEventListener('click', clicked);
  }, [deeds]);
  return place;
}
