// Every command, in the order of the help.
import { alignCommand } from './align.ts';
import { articleCheckCommands } from './article-check.ts';
import { articleOutCommands } from './article-out.ts';
import { articleWorkCommands } from './article-work.ts';
import { articleCommands } from './articles.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { lintCommand } from './lint.ts';
import { memoryCommands } from './memory.ts';
import { providerCommands } from './providers.ts';
import { segmentCommand } from './segment.ts';
import { segmentationCommands } from './segmentation.ts';
import { serveCommand } from './serve.ts';
import { styleCommands } from './style.ts';
import { tendingCommands } from './tending.ts';
import { termCommands } from './terms.ts';
import { upkeepCommands } from './upkeep.ts';

/** What `bitexte` knows. */
export const COMMANDS: readonly Command[] = [
  segmentCommand,
  ...segmentationCommands,
  alignCommand,
  ...articleCommands,
  ...articleWorkCommands,
  ...articleCheckCommands,
  ...articleOutCommands,
  ...memoryCommands,
  ...tendingCommands,
  ...termCommands,
  ...styleCommands,
  checkCommand,
  lintCommand,
  ...upkeepCommands,
  ...providerCommands,
  serveCommand,
];
