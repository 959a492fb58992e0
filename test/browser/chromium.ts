// Which Chromium the tests drive: the one that CHROMIUM_PATH names, an installed one, or the one packaged on npm.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser's own pages behind its address bar, which nobody sees in a test: each new window loads some 300 files for
 * them, three seconds of processor time that the page under test has to share.
 */
const OWN_PAGES = ['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright switches off itself: a second list takes the place of the first, so it is said again. */
const PLAYWRIGHTS_OWN = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  'PreconnectToSearch',
];

/** How Playwright launches a browser. Throws where there is none: the tests never pass by not running. */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, `--disable-features=${[...PLAYWRIGHTS_OWN, ...OWN_PAGES].join()}`];
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not a program.`);
    return { executablePath: named, args };
  }
  const installed = installedOnes().find(isProgram);
  if (installed) return { executablePath: installed, args };
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
