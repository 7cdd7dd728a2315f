import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from '@playwright/test';

/** What Chromium is started with: it needs no privileges, draws on the processor and asks nobody for anything. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The same engine without windows of its own: tests take three quarters of the time with it. */
const WINDOWLESS = 'chromium-headless-shell';
const NAMES = [
  WINDOWLESS,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A file of the right name may be a stub that only asks for an installation, so it must run. */
export function runs(path: string): boolean {
  if (!existsSync(path)) {
    return false;
  }
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** Programs of these names wherever programs lie, the first ones first. */
export function pathsOf(names: readonly string[]): readonly string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...FOLDERS];
  return [...new Set(folders.flatMap((folder) => names.map((name) => join(folder, name))))];
}

/** Finds a Chromium that starts: `WATCHMEN_BROWSER`, an installed one, else Playwright's own. */
export function findBrowser(): string | undefined {
  const wanted = process.env['WATCHMEN_BROWSER'];
  if (wanted !== undefined && wanted !== '') {
    return wanted;
  }
  return [...pathsOf(NAMES), ...ELSEWHERE, chromium.executablePath()].find(runs);
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`> ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status === 0;
}

/** Only root installs, and only on Debian. */
export function mayUseApt(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return false;
  }
  // Ubuntu's package of that name is a stub for a snap.
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Installs Debian packages; whether that worked, who needs them sees. */
export function installWithApt(...packages: readonly string[]): void {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], quiet);
  run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], quiet);
}

function installWithPlaywright(): void {
  const withSystemLibraries = process.getuid?.() === 0 ? ['--with-deps'] : [];
  run('npx', ['playwright', 'install', ...withSystemLibraries, 'chromium']);
}

/** Nobody's own machine gets a second browser, but one that checks only may as well be quick. */
function wantsWindowless(installed: string): boolean {
  const chosen = (process.env['WATCHMEN_BROWSER'] ?? '') !== '';
  return process.env['CI'] === '1' && !chosen && mayUseApt() && !installed.endsWith(WINDOWLESS);
}

/** Returns a browser that starts, installing one if there is none; undefined if that fails too. */
export function ensureBrowser(): string | undefined {
  const installed = findBrowser();
  if (installed !== undefined && !wantsWindowless(installed)) {
    return installed;
  }
  console.log('Installing a Chromium for the end-to-end tests.');
  if (mayUseApt()) {
    installWithApt(WINDOWLESS);
    if (findBrowser() === undefined) installWithApt('chromium');
  }
  if (findBrowser() === undefined) {
    installWithPlaywright();
  }
  return findBrowser();
}
