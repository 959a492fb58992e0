// The one reducer: how each action changes the state. What does not change keeps its identity, so that parts can skip.

import { type AlignAction, reduceAlignments } from '../align/reduce.ts';
import { openingAlignment } from '../align/state.ts';
import type { Action, FrameAction, ListAction, ReviewAction } from './actions.ts';
import { withJob } from './jobs.ts';
import type { Place } from './place.ts';
import { reduceReview } from './reduce-review.ts';
import { type EditorState, opening } from './state.ts';

/** The state after an action. */
export function reduce(state: EditorState, action: Action): EditorState {
  const frame = reduceFrame(state, action as FrameAction);
  if (frame) return frame;
  const lists = reduceLists(state, action as ListAction);
  if (lists) return lists;
  const alignments = reduceAlignments(state.alignments, action as AlignAction);
  if (alignments) return { ...state, alignments };
  if (!state.review) return state;
  const review = reduceReview(state.review, action as ReviewAction);
  return review === state.review ? state : { ...state, review };
}

function reduceFrame(state: EditorState, action: FrameAction): EditorState | null {
  switch (action.type) {
    case 'place':
      return atPlace(state, action.place);
    case 'tongue':
      return { ...state, tongue: action.tongue };
    case 'theme':
      return { ...state, theme: action.theme };
    case 'me':
      return { ...state, me: action.name };
    case 'health':
      return { ...state, health: action.health };
    case 'style':
      return { ...state, style: action.style };
    case 'settled':
      return { ...state, settled: state.settled + 1 };
    case 'line':
      return state.line === action.line ? state : { ...state, line: action.line };
    case 'job':
      return { ...state, jobs: withJob(state.jobs, action.job) };
    case 'dialog':
      return { ...state, dialog: action.dialog, chord: false };
    case 'chord':
      return state.chord === action.chord ? state : { ...state, chord: action.chord };
    case 'show-spaces':
      return { ...state, showSpaces: !state.showSpaces };
    default:
      return reduceMessages(state, action);
  }
}

const KEPT_NOTICES = 4;

function reduceMessages(state: EditorState, action: FrameAction): EditorState | null {
  switch (action.type) {
    case 'said':
      return { ...state, said: { text: action.text, times: state.said.times + 1 } };
    case 'notice': {
      const { text, tone, undo = null } = action;
      const id = (state.notices.at(-1)?.id ?? 0) + 1;
      return { ...state, notices: [...state.notices.slice(1 - KEPT_NOTICES), { id, text, tone, undo }] };
    }
    case 'notice-gone':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
    default:
      return null;
  }
}

function atPlace(state: EditorState, place: Place): EditorState {
  const review = place.page !== 'article' ? null : state.review?.id === place.id ? state.review : opening(place.id);
  // Whoever goes elsewhere is done with what lay over the page; only the question of the name stays.
  const dialog = state.dialog?.kind === 'who' ? state.dialog : null;
  return { ...state, place, review, alignments: alignmentsAt(state, place), dialog, chord: false };
}

function alignmentsAt({ alignments }: EditorState, place: Place): EditorState['alignments'] {
  if (place.page !== 'alignment') return { ...alignments, open: null };
  return alignments.open?.id === place.id ? alignments : { ...alignments, open: openingAlignment(place.id) };
}

function reduceLists(state: EditorState, action: ListAction): EditorState | null {
  const { desk, memory } = state;
  switch (action.type) {
    case 'articles':
      return { ...state, desk: { ...desk, articles: action.articles } };
    case 'desk-view':
      return {
        ...state,
        desk: { ...desk, search: action.search ?? desk.search, archived: action.archived ?? desk.archived },
      };
    case 'memory-query':
      return {
        ...state,
        memory: { ...memory, q: action.q, limit: action.limit, found: action.q ? memory.found : null },
      };
    case 'memory-found':
      return action.q === memory.q ? { ...state, memory: { ...memory, found: action.found } } : state;
    case 'memory-stats':
      return { ...state, memory: { ...memory, stats: action.stats } };
    case 'memory-imports':
      return { ...state, memory: { ...memory, imports: action.imports } };
    case 'memory-job':
      return { ...state, memory: { ...memory, job: action.job } };
    default:
      return null;
  }
}
