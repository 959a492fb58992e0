// `npm run bench NAME …`: runs one benchmark; without a name it lists them. Each is a file beside this one whose default export runs it.
import { readdirSync } from 'node:fs';

const NOT_ALONE = ['run', 'corpus', 'built'];
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !NOT_ALONE.includes(name) && !name.includes('.'));

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.log(`npm run bench NAME, where NAME is one of: ${names.join(', ')}`);
  process.exitCode = name === undefined ? 0 : 2;
} else {
  const { default: bench } = (await import(`./${name}.ts`)) as { default: (args: string[]) => unknown };
  await bench(args);
}
