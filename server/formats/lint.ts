// Says what is wrong in a TMX or XLIFF file beyond well-formedness: what schemas say, and what they cannot.
import { UserError } from '../errors.ts';
import { documentOf, type LintFinding, type LintNode, type Report } from './lint-node.ts';
import { lintTmx } from './lint-tmx.ts';
import { lintCodes20 } from './lint-xliff2-codes.ts';
import { lintIds20 } from './lint-xliff2-ids.ts';
import { lintModules } from './lint-xliff2-modules.ts';
import { lintReferences20 } from './lint-xliff2-references.ts';
import { lintShape20 } from './lint-xliff2-shape.ts';
import { lintXliff12 } from './lint-xliff12.ts';
import { localName, rootName } from './xml.ts';
import { openTagOf } from './xml-tree.ts';

/**
 * What is wrong in a decoded file, in order of place. A file that is not well-formed has one finding, `well-formed`.
 * Throws a UserError for a file that is neither TMX nor XLIFF, and for one that asks for too much.
 */
export function lint(text: string): LintFinding[] {
  const findings: LintFinding[] = [];
  const places = new Places(text);
  const report: Report = ({ tree }, rule, message) => {
    findings.push({ ...places.of(openTagOf(tree, text).start), rule, message });
  };
  try {
    if (localName(rootName(text) ?? '') === 'tmx') lintTmx(text, report);
    else lintTree(documentOf(text), report);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.code !== 'bad-xml') throw thrown;
    return [notWellFormed(thrown)];
  }
  return findings.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Offsets of a text as lines and columns, from 1. */
class Places {
  private readonly starts = [0];

  constructor(text: string) {
    for (const { index, 0: end } of text.matchAll(/\r\n|[\r\n]/g)) this.starts.push(index + end.length);
  }

  of(offset: number): { line: number; column: number } {
    let [low, high] = [0, this.starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}

function notWellFormed({ message }: UserError): LintFinding {
  const [, line = '1', column = '1'] = /^Line (\d+), column (\d+)/.exec(message) ?? [];
  return { line: Number(line), column: Number(column), rule: 'well-formed', message };
}

const SECOND = [lintShape20, lintIds20, lintCodes20, lintReferences20, lintModules];

function lintTree(root: LintNode, report: Report): void {
  if (root.local !== 'xliff')
    throw new UserError('unknown-format', `This is neither TMX nor XLIFF: its first element is ${root.local}.`, 415);
  const second = root.namespace.includes(':document:2') || /^2/.test(root.attributes['version'] ?? '');
  for (const look of second ? SECOND : [lintXliff12]) look(root, report);
}
