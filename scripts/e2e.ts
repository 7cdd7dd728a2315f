/** End-to-end tests of the built page; arguments go to Playwright. */
import { ensureBrowser } from './browser.ts';
import { runTool } from './run-tool.ts';

function main(): number {
  const browser = ensureBrowser();
  if (browser === undefined) {
    console.error('No Chromium starts here. Install one, or name it in WATCHMEN_BROWSER.');
    return 1;
  }
  console.log(`Browser: ${browser}`);
  for (const mode of ['production', 'single']) {
    const built = runTool('vite', ['build', '--logLevel', 'error', '--mode', mode]);
    if (built !== 0) return built;
  }
  return runTool('playwright', ['test', ...process.argv.slice(2)], { WATCHMEN_BROWSER: browser });
}

process.exitCode = main();
