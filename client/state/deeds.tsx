// All that one can do, in one value that never changes: parts take it from here.
import { createContext, useContext } from 'react';
import { type AlignDeeds, alignDeeds } from '../align/deeds.ts';
import { type CutDeeds, cutDeeds } from './cut-deeds.ts';
import { type DeskDeeds, deskDeeds } from './desk-deeds.ts';
import { type FillDeeds, fillDeeds } from './fill-deeds.ts';
import { type FrameDeeds, frameDeeds } from './frame-deeds.ts';
import { type MemoryDeeds, memoryDeeds } from './memory-deeds.ts';
import { type PanelDeeds, panelDeeds } from './panel-deeds.ts';
import { type ProviderDeeds, providerDeeds } from './provider-deeds.ts';
import { type ReviewDeeds, reviewDeeds } from './review-deeds.ts';
import { type SegmentationDeeds, segmentationDeeds } from './segmentation-deeds.ts';
import { type SettledDeeds, settledDeeds } from './settled-deeds.ts';
import { type SideDeeds, sideDeeds } from './side-deeds.ts';
import { type TakeBackDeeds, takeBackDeeds } from './take-back-deeds.ts';
import { type TendingDeeds, tendingDeeds } from './tending-deeds.ts';
import type { Tools } from './tools.ts';
import { type TypingDeeds, typingDeeds } from './typing-deeds.ts';
import { type UndoDeeds, undoDeeds } from './undo-deeds.ts';

export type Deeds = AlignDeeds &
  CutDeeds &
  FrameDeeds &
  DeskDeeds &
  TypingDeeds &
  ReviewDeeds &
  SideDeeds &
  MemoryDeeds &
  TendingDeeds &
  SegmentationDeeds &
  SettledDeeds &
  PanelDeeds &
  TakeBackDeeds &
  UndoDeeds &
  FillDeeds &
  ProviderDeeds;

/** Puts all deeds together over one set of tools. */
export function createDeeds(tools: Tools): Deeds {
  const frame = frameDeeds(tools);
  const desk = deskDeeds(tools, frame);
  const typing = typingDeeds(tools);
  const align = alignDeeds(tools, frame);
  const memory = memoryDeeds(tools, frame);
  const tending = tendingDeeds(tools, memory.loadMemory);
  const review = reviewDeeds(tools, frame, typing);
  return {
    ...frame,
    // What the checks said was worded in the other language.
    tongue: (tongue) => {
      frame.tongue(tongue);
      void review.reloadArticle();
    },
    ...desk,
    ...typing,
    ...review,
    ...cutDeeds(tools, typing, review.reloadArticle),
    ...fillDeeds(tools, review.reloadArticle),
    ...providerDeeds(tools),
    ...sideDeeds(tools, typing),
    ...memory,
    ...tending,
    ...segmentationDeeds(tools),
    ...settledDeeds(tools),
    ...panelDeeds(tools),
    ...align,
    ...takeBackDeeds(tools, review.reloadArticle),
    ...undoDeeds(tools, desk, align, tending),
  };
}

const DeedsContext = createContext<Deeds | null>(null);

export const DeedsProvider = DeedsContext.Provider;

/** All that one can do; only below its provider. */
export function useDeeds(): Deeds {
  const deeds = useContext(DeedsContext);
  if (!deeds) throw new Error('no deeds above this part: this is a bug');
  return deeds;
}
