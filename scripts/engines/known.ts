import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { findBrowser, installWithApt, mayUseApt, pathsOf, runs } from '../browser.ts';
import { startChromium } from './chromium.ts';
import type { Engine } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

/** An engine that the page is tried in. */
export interface KnownEngine {
  readonly name: string;
  /** Debian's packages that bring it. */
  readonly packages: readonly string[];
  /** Starts what is installed; undefined if something is missing. */
  readonly find: () => (() => Promise<Engine>) | undefined;
}

const FIREFOX_ON_MAC = '/Applications/Firefox.app/Contents/MacOS/firefox';
const LIBRARIES = '/usr/lib';

function findChromium(): (() => Promise<Engine>) | undefined {
  const found = findBrowser();
  return found === undefined ? undefined : () => startChromium(found);
}

function findFirefox(): (() => Promise<Engine>) | undefined {
  const found = [...pathsOf(['firefox', 'firefox-esr']), FIREFOX_ON_MAC].find(runs);
  return found === undefined ? undefined : () => startFirefox(found);
}

/** WebKitGTK's own browser lies with its library, in a folder named after the processor. */
function findMiniBrowser(): string | undefined {
  if (!existsSync(LIBRARIES)) return undefined;
  return readdirSync(LIBRARIES)
    .flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1'].map((version) =>
        join(LIBRARIES, folder, version, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path));
}

function findWebKit(): (() => Promise<Engine>) | undefined {
  const driver = pathsOf(['WebKitWebDriver']).find((path) => existsSync(path));
  const screen = pathsOf(['Xvfb']).find((path) => existsSync(path));
  const browser = findMiniBrowser();
  if (driver === undefined || screen === undefined || browser === undefined) return undefined;
  return () => startWebKit({ driver, browser, screen });
}

export const ENGINES: readonly KnownEngine[] = [
  { name: 'Chromium', packages: ['chromium'], find: findChromium },
  { name: 'Firefox', packages: ['firefox-esr'], find: findFirefox },
  { name: 'WebKitGTK', packages: ['webkit2gtk-driver', 'xvfb'], find: findWebKit },
];

/** Installs what is missing, all at once, where Debian's packages can be had. */
export function installMissing(engines: readonly KnownEngine[]): void {
  const missing = engines.filter(({ find }) => find() === undefined);
  if (missing.length === 0 || !mayUseApt()) return;
  installWithApt(...missing.flatMap(({ packages }) => packages));
}
