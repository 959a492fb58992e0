// Which Chromium the tests drive: the one that CHROMIUM_PATH names, an installed one, or the one packaged on npm.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** How Playwright launches a browser. Throws where there is none: the tests never pass by not running. */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not a program.`);
    return { executablePath: named, args: sandbox };
  }
  const installed = installedOnes().find(isProgram);
  if (installed) return { executablePath: installed, args: sandbox };
  return packaged();
}

function installedOnes(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function packaged(): Promise<{ executablePath: string; args: string[] }> {
  // Told that it runs on Lambda, the package unpacks the libraries that a bare machine lacks beside the browser.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x';
  const { default: chromium } = await import('@sparticuz/chromium').catch(() => {
    throw new Error('No Chromium: set CHROMIUM_PATH, install one, or run npm ci for the packaged one.');
  });
  return { executablePath: await chromium.executablePath(), args: chromium.args };
}
