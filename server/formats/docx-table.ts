// The table of two columns as a Word document, and as any program saves it when it was corrected there.
import { UserError } from '../errors.ts';
import type { Role } from '../model.ts';
import { NB_HYPHEN, SOFT_HYPHEN } from '../text/typography.ts';
import type { BilingualArticle, BilingualOptions } from './bilingual.ts';
import { decode } from './decode.ts';
import type { OutsideFile, OutsideRow } from './outside.ts';
import { type TableCell, type TableRow, tableRows } from './table.ts';
import { EXPORTED, exportMark, segmentOfRow, tableFile } from './table-back.ts';
import { childOf, descendants, elementsOf, rootOf, textOf, type XmlTree } from './xml-tree.ts';
import { element, write, type XmlElement, type XmlNode } from './xml-write.ts';
import { pack, unpack, utf8 } from './zip.ts';

const DOCUMENT = 'word/document.xml';
const COMMENTS = 'word/comments.xml';
const CORE = 'docProps/core.xml';
const CUSTOM = 'docProps/custom.xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Writes the article as a DOCX (ECMA-376): a heading, then a row a segment, bookmarked by its id (`s12`). */
export function writeDocxTable(article: BilingualArticle, options: BilingualOptions): Uint8Array {
  const files: [path: string, content: XmlElement][] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships()],
    [DOCUMENT, documentOf(article, options)],
    [CORE, coreOf(article, options)],
    [CUSTOM, customOf(options)],
  ];
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return pack(new Map(files.map(([path, content]) => [path, utf8(head + write(content))])));
}

function contentTypes(): XmlElement {
  const part = (path: string, type: string) => element('Override', { PartName: `/${path}`, ContentType: type });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    part(DOCUMENT, `${TYPE}.wordprocessingml.document.main+xml`),
    part(CORE, 'application/vnd.openxmlformats-package.core-properties+xml'),
    part(CUSTOM, `${TYPE}.custom-properties+xml`),
  );
}

function relationships(): XmlElement {
  const to = [
    [DOCUMENT, `${OFFICE}/relationships/officeDocument`],
    [CORE, `${PACKAGE}/relationships/metadata/core-properties`],
    [CUSTOM, `${OFFICE}/relationships/custom-properties`],
  ].map(([Target, Type], i) => element('Relationship', { Id: `r${i + 1}`, Type, Target }));
  return element('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...to);
}

function coreOf({ title }: BilingualArticle, { head }: BilingualOptions): XmlElement {
  const dc = 'http://purl.org/dc/';
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': `${dc}elements/1.1/`,
      'xmlns:dcterms': `${dc}terms/`,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, title),
    element('dc:creator', {}, head.by ?? head.tool),
    element('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, head.at),
  );
}

/** Programs keep a document's own properties when they save it; the time of writing is in one. */
function customOf(options: BilingualOptions): XmlElement {
  const fmtid = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
  return element(
    'Properties',
    { xmlns: `${OFFICE}/custom-properties`, 'xmlns:vt': `${OFFICE}/docPropsVTypes` },
    element('property', { fmtid, pid: 2, name: EXPORTED }, element('vt:lpwstr', {}, exportMark(options))),
  );
}

const WIDTH = 4800;

function documentOf(article: BilingualArticle, options: BilingualOptions): XmlElement {
  const { from, to, title } = article;
  const heading = (tag: string) => column(paragraph([run(tag, { bold: true, language: tag })]));
  const rows = tableRows(article, options).flatMap(rowsOf);
  const border = (side: string) => element(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:color': 'CCCCCC' });
  const table = element(
    'w:tbl',
    {},
    element(
      'w:tblPr',
      {},
      element('w:tblW', { 'w:w': 5000, 'w:type': 'pct' }),
      element('w:tblBorders', {}, ...['top', 'bottom', 'insideH', 'insideV'].map(border)),
    ),
    element('w:tblGrid', {}, ...[1, 2].map(() => element('w:gridCol', { 'w:w': WIDTH }))),
    element('w:tr', {}, element('w:trPr', {}, element('w:tblHeader')), heading(from), heading(to)),
    ...rows,
  );
  const head = paragraph([run(title, { bold: true, size: 32, language: from })]);
  const page = element('w:sectPr', {}, element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }));
  return element('w:document', { 'xmlns:w': WORD }, element('w:body', {}, head, table, paragraph([]), page));
}

function rowsOf({ id, role, source, target, state }: TableRow): XmlElement[] {
  const marks = [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': `s${id}` }),
    element('w:bookmarkEnd', { 'w:id': id }),
  ];
  const cells = [column(paragraph([...marks, ...runsOf(source, role)])), column(paragraph(runsOf(target, role)))];
  const segment = element('w:tr', {}, ...cells);
  if (state === '') return [segment];
  const note = paragraph([run(state, { color: '8A1C00', size: 16, language: 'en' })]);
  return [segment, element('w:tr', {}, column(note, 2))];
}

function column(content: XmlElement, span = 1): XmlElement {
  const width = element('w:tcW', { 'w:w': WIDTH * span, 'w:type': 'dxa' });
  return element(
    'w:tc',
    {},
    element('w:tcPr', {}, width, ...(span > 1 ? [element('w:gridSpan', { 'w:val': span })] : [])),
    content,
  );
}

function paragraph(content: readonly XmlNode[]): XmlElement {
  return element('w:p', {}, ...content);
}

function runsOf({ language, pieces }: TableCell, role: Role): XmlElement[] {
  const bold = role === 'title' || role === 'crosshead';
  return pieces.map(({ kind, text }) =>
    run(text, kind === 'text' ? { bold, language } : { color: '767676', size: 16 }),
  );
}

interface Look {
  bold?: boolean;
  color?: string;
  /** In half points. */
  size?: number;
  language?: string;
}

/** A run; line ends and tabs are elements of their own. */
function run(text: string, { bold, color, size, language }: Look): XmlElement {
  const look = [
    ...(bold ? [element('w:b')] : []),
    ...(color ? [element('w:color', { 'w:val': color })] : []),
    ...(size ? [element('w:sz', { 'w:val': size })] : []),
    ...(language ? [element('w:lang', { 'w:val': language })] : [element('w:noProof')]),
  ];
  const parts = text.split(/([\n\t])/).flatMap((part): XmlElement[] => {
    if (part === '') return [];
    if (part === '\n') return [element('w:br')];
    return part === '\t' ? [element('w:tab')] : [element('w:t', { 'xml:space': 'preserve' }, part)];
  });
  return element('w:r', {}, element('w:rPr', {}, ...look), ...parts);
}

/**
 * Reads the rows of two cells of all tables, changes that were tracked as if they had been accepted, Word's comments as
 * remarks. Throws a UserError for what is no DOCX, and for one without such a row (`unknown-format`).
 */
export function readDocxTable(bytes: Uint8Array, name: string): OutsideFile {
  const files = unpack(bytes, name);
  const part = (path: string): XmlTree | null => {
    const file = files.get(path);
    return file ? rootOf(decode(file, `${name}, ${path}`).text) : null;
  };
  const document = part(DOCUMENT);
  if (!document) throw new UserError('unknown-format', `${name} is no DOCX: it has no ${DOCUMENT}.`, 415);
  const comments = commentsOf(part(COMMENTS));
  const rows = rowsIn(document).flatMap((row) => readRow(row, comments) ?? []);
  if (rows.length === 0)
    throw new UserError('unknown-format', `${name} holds no table of two columns that was exported here.`, 415);
  return tableFile(markOf(part(CUSTOM)), rows);
}

/** Rows of all tables, without tables inside of cells. */
function rowsIn(tree: XmlTree): XmlTree[] {
  return elementsOf(tree).flatMap((child) => (child.local === 'tr' ? [child] : rowsIn(child)));
}

type Comments = ReadonlyMap<string, OutsideRow['notes'][number]>;

function commentsOf(tree: XmlTree | null): Comments {
  const list = tree ? elementsOf(tree, 'comment') : [];
  return new Map(
    list.map((comment) => {
      const { 'w:id': id = '', 'w:author': author = '' } = comment.attributes;
      return [id, { text: elementsOf(comment, 'p').map(paragraphText).join('\n').trim(), by: author.trim() || null }];
    }),
  );
}

function readRow(row: XmlTree, comments: Comments): OutsideRow | null {
  const cells = cellsOf(row);
  const bookmarks = [...descendants(row, 'bookmarkStart')].map(({ attributes }) => attributes['w:name'] ?? '');
  const references = [...descendants(row, 'commentReference')].map(({ attributes }) => attributes['w:id'] ?? '');
  return segmentOfRow({
    name: bookmarks.find((one) => /^s\d+$/.test(one)) ?? '',
    cells: cells.map((cell) => elementsOf(cell, 'p').map(paragraphText).join('\n')),
    notes: references.flatMap((id) => comments.get(id) ?? []),
  });
}

/** The cells of a row, those that a form field wraps among them. */
function cellsOf(row: XmlTree): XmlTree[] {
  return elementsOf(row).flatMap((child) =>
    child.local === 'tc' ? [child] : child.local === 'sdt' || child.local === 'sdtContent' ? cellsOf(child) : [],
  );
}

/** What stands for a character of its own (ECMA-376, §17.3.3). */
const SIGNS: Record<string, string> = {
  br: '\n',
  cr: '\n',
  tab: '\t',
  noBreakHyphen: NB_HYPHEN,
  softHyphen: SOFT_HYPHEN,
};
/** What was taken out, or is no text. */
const SILENT: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'instrText',
  'drawing',
  'pict',
  'object',
]);

function paragraphText(node: XmlTree): string {
  return elementsOf(node)
    .map((child) => {
      if (SILENT.has(child.local)) return '';
      return child.local === 't' ? textOf(child) : (SIGNS[child.local] ?? paragraphText(child));
    })
    .join('');
}

function markOf(custom: XmlTree | null): string {
  const property = custom && elementsOf(custom, 'property').find(({ attributes }) => attributes['name'] === EXPORTED);
  const value = property && childOf(property, 'lpwstr');
  return value ? textOf(value) : '';
}
