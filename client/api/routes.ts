// Each request the editor makes, by name.
import type { Role } from '../../server/model.ts';
import type { Assembled } from '../../server/text/fragments.ts';
import { call } from './call.ts';
import type { TermInSource } from './settled.ts';
import type {
  Account,
  Approval,
  ArticleView,
  ArticleWhole,
  ChangedSegment,
  FillPlan,
  Found,
  Health,
  ImportView,
  Job,
  Match,
  MemoryStats,
  Merged,
  Outcome,
  ProvidersHere,
  SegmentationTaken,
  SegmentationView,
  SegmentFindings,
  SegmentView,
  Version,
  Worth,
} from './shapes.ts';

/** An article to be brought in: pasted text, or a file. */
export interface Bringing {
  title: string;
  from: string;
  to: string;
  format: string;
  text: string;
  /** The address of a page; where it is not empty, the page is the article. */
  url: string;
  file: File | null;
  /** Whether it must not leave this machine. */
  confidential: boolean;
}

const query = (values: Record<string, string | number | boolean>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)])).toString();

const post = <T>(path: string, body: object = {}): Promise<Outcome<T>> => call<T>(path, { method: 'POST', body });
const put = <T>(path: string, body: object, keepalive = false): Promise<Outcome<T>> =>
  call<T>(path, { method: 'PUT', body, keepalive });
const drop = <T>(path: string): Promise<Outcome<T>> => call<T>(path, { method: 'DELETE' });

export const health = () => call<Health>('/health');
export const me = () => call<{ name: string | null }>('/me');
export const setMe = (name: string) => put<{ name: string }>('/me', { name });
export const takeSample = () => post<{ article?: { id: number }; id?: number }>('/sample');

export const articles = (archived: boolean, search: string) =>
  call<ArticleView[]>(`/articles?${query({ ...(archived ? { archived } : {}), ...(search ? { search } : {}) })}`);
/** An article at once, without its findings; {@link findings} brings them. */
export const article = (id: number) => call<ArticleWhole>(`/articles/${id}?checked=false`);
export const findings = (id: number) => call<SegmentFindings[]>(`/articles/${id}/findings`);
export const archive = (id: number, archived: boolean) => post<unknown>(`/articles/${id}/archive`, { archived });
export const remove = (id: number) => drop<unknown>(`/articles/${id}`);
export const undelete = (id: number) => post<unknown>(`/articles/${id}/undelete`);
export const fill = (id: number, provider?: string, assemble = false) =>
  post<{ job: Job }>(`/articles/${id}/fill`, {
    ...(provider === undefined ? {} : { provider }),
    ...(assemble ? { assemble } : {}),
  });
/** What a fill would do and send. */
export const planFill = (id: number) => call<FillPlan>(`/articles/${id}/fill`);
export const keepInside = (id: number, confidential: boolean) =>
  put<unknown>(`/articles/${id}/confidential`, { confidential });
export const providers = () => call<ProvidersHere>('/providers');
export const worth = () => call<Worth[]>('/providers/report');
export const publish = (name: string, from: string, to: string) =>
  post<{ job: Job }>(`/providers/${encodeURIComponent(name)}/publish`, { from, to });
export const account = (name: string) => call<Account>(`/providers/${encodeURIComponent(name)}/account`);
export const approveAll = (id: number) => post<Approval>(`/articles/${id}/approve`, { all: true });

/** What is to be read of an article that came in. */
export interface BroughtNotice {
  code: 'other-language' | 'translation' | 'copies' | 'locked';
  values: Record<string, string | number>;
  message: string;
}

/** An article that came in. */
export type Brought = ArticleView & { notices: BroughtNotice[] };

/** Brings an article in: a file as multipart, pasted text as JSON. An empty title or format is left for the server to find. */
export function bring({ title, from, to, format, text, url, file, confidential }: Bringing): Promise<Outcome<Brought>> {
  const told = {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(title ? { title } : {}),
    ...(format ? { format } : {}),
    ...(confidential ? { confidential: 'true' } : {}),
  };
  if (!file) return post('/articles', { ...told, ...(url ? { url } : { text }) });
  const form = new FormData();
  for (const [name, value] of Object.entries(told)) form.append(name, value);
  form.append('file', file);
  return call('/articles', { method: 'POST', form });
}

/** Takes back a file that was translated or corrected outside. */
export function mergeFile(id: number, file: File): Promise<Outcome<Merged>> {
  const form = new FormData();
  form.append('file', file);
  return call(`/articles/${id}/merge`, { method: 'POST', form });
}

/** Where an export is fetched from, for a link. */
export const exportAddress = (id: number, as: string, options: Record<string, string | boolean> = {}) =>
  `/api/articles/${id}/export/${as}${Object.keys(options).length > 0 ? `?${query(options)}` : ''}`;

export const setRole = (block: number, role: Role) =>
  put<{ article: number; block: number; role: Role }>(`/blocks/${block}/role`, { role });

export const segment = (id: number) => call<SegmentView>(`/segments/${id}`);
export const save = (id: number, target: string, state: 'draft' | 'translated', version: number, leaving = false) =>
  put<ChangedSegment>(`/segments/${id}`, { target, state, version }, leaving);
export const saveDraft = (id: number, text: string, version: number, leaving = false) =>
  put<unknown>(`/segments/${id}/draft`, { text, version }, leaving);
export const dropDraft = (id: number) => drop<unknown>(`/segments/${id}/draft`);
export const approve = (id: number, version: number, insist: boolean) =>
  post<ChangedSegment>(`/segments/${id}/approve`, { version, ...(insist ? { insist } : {}) });
export const reject = (id: number, version: number, reason: string) =>
  post<ChangedSegment>(`/segments/${id}/reject`, { version, reason });
export const omit = (id: number, version: number, reason: string) =>
  post<ChangedSegment>(`/segments/${id}/omit`, { version, reason });
export const withdraw = (id: number, version: number) => post<ChangedSegment>(`/segments/${id}/withdraw`, { version });
export const split = (id: number, version: number, offset: number) =>
  post<SegmentView[]>(`/segments/${id}/split`, { version, offset });
export const join = (id: number, version: number) => post<SegmentView>(`/segments/${id}/join`, { version });
export const restore = (id: number, version: number, to: number) =>
  post<ChangedSegment>(`/segments/${id}/restore`, { version, to });
/** Gives repetitions that followed a segment the version that they had before; answers them. */
export const undoPropagation = (id: number) => drop<SegmentView[]>(`/segments/${id}/propagate`);
export const versions = (id: number) => call<Version[]>(`/segments/${id}/versions`);
export const fragments = (id: number) => call<Assembled>(`/segments/${id}/fragments`);
export const terms = (id: number) => call<TermInSource[]>(`/segments/${id}/terms`);
export const matches = (id: number) => call<Match[]>(`/segments/${id}/matches`);

export const jobs = () => call<Job[]>('/jobs');
export const job = (id: number) => call<Job>(`/jobs/${id}`);
export const cancelJob = (id: number) => drop<Job>(`/jobs/${id}`);
export const resumeJob = (id: number) => post<{ job: Job }>(`/jobs/${id}/resume`);

export const search = (q: string, limit: number) => call<Found[]>(`/memory/search?${query({ q, limit })}`);
export const stats = () => call<MemoryStats>('/memory/stats');
export const imports = () => call<ImportView[]>('/memory/imports');
export const undoImport = (id: number) => drop<unknown>(`/memory/imports/${id}`);

/** What is told of a file for the memory: the languages of a bare table, and the memory that learns; '' where nothing is. */
export interface MemoryFileTold {
  from: string;
  to: string;
  memory: string;
}

/** Brings a TMX, XLIFF, TSV or CSV file (each also .gz) into the memory. */
export function bringMemory(file: File, told: MemoryFileTold): Promise<Outcome<{ job: Job }>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(told)) if (value !== '') form.append(name, value);
  form.append('file', file);
  return call('/memory/import', { method: 'POST', form });
}

const ofLanguage = (language: string) => query({ lang: language });
export const segmentation = (language: string) => call<SegmentationView>(`/segmentation?${ofLanguage(language)}`);
export const saveSegmentation = (language: string, exceptions: SegmentationView['exceptions']) =>
  put<SegmentationView>(`/segmentation?${ofLanguage(language)}`, { exceptions });
export const dropSrx = (language: string) => drop<SegmentationView>(`/segmentation/srx?${ofLanguage(language)}`);

/** Takes a file of exceptions, or of SRX rules, over. */
export function takeSegmentation(language: string, file: File): Promise<Outcome<SegmentationTaken>> {
  const form = new FormData();
  form.append('file', file);
  return call(`/segmentation/import?${ofLanguage(language)}`, { method: 'POST', form });
}
