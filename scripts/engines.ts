/**
 * Visits the built page in Chromium, Firefox and WebKit: `npm run engines [-- NAME…]`.
 * An engine that is not here and cannot be installed is skipped, and the closing line says so.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { preview } from 'vite';

import { runCommandLine } from '../src/cli/command-line.ts';
import { NODE_IO } from '../src/cli/node-io.ts';
import type { Engine } from './engines/engine.ts';
import { ENGINES, installMissing } from './engines/known.ts';
import type { KnownEngine } from './engines/known.ts';
import { STEPS } from './engines/visit.ts';
import type { Visit } from './engines/visit.ts';
import { runTool } from './run-tool.ts';

/** Or the next one that is free. */
const PORT = 4621;
const PICTURES = 'test-results';
/** A name to what every engine has for it, by engine. */
type Notes = Map<string, Map<string, string>>;

const totals = { passed: 0, failed: 0, skipped: 0 };
const notes: Notes = new Map();

function pass(title: string, start: number): void {
  totals.passed += 1;
  console.log(`  passed   ${title} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
}

function fail(title: string, error: unknown): void {
  totals.failed += 1;
  console.log(`  FAILED   ${title}: ${error instanceof Error ? error.message : String(error)}`);
}

/** What the command line prints. */
function commandLine(...args: readonly string[]): string {
  let text = '';
  const status = runCommandLine(args, { ...NODE_IO, out: (part) => (text += part) });
  if (status !== 0) throw new Error(`the command line refuses ${args.join(' ')}`);
  return text;
}

const digests = new Map<string, string>();
function digestOf(scenario: string): string {
  const known = digests.get(scenario);
  if (known !== undefined) return known;
  const { digest } = JSON.parse(commandLine('run', scenario, '--json')) as { digest: string };
  digests.set(scenario, digest);
  return digest;
}

function linkTo(preset: string): string {
  return new URL(commandLine('link', preset).trim()).hash;
}

function noteFor(engine: string): Visit['note'] {
  return (what, value) => {
    const values = notes.get(what) ?? new Map<string, string>();
    notes.set(what, values.set(engine, value));
  };
}

async function keepPicture(engine: Engine, title: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const path = join(PICTURES, `${engine.title}, ${title}.png`.replaceAll(/[^\w.]+/gu, '-'));
  writeFileSync(path, await engine.picture());
  console.log(`           see ${path}`);
}

/** Does every step; without the first there is no page for the others. */
async function visit(engine: Engine, address: string): Promise<void> {
  const plan: Visit = { engine, address, digestOf, linkTo, note: noteFor(engine.title) };
  for (const [index, { title, run }] of STEPS.entries()) {
    const start = Date.now();
    try {
      await run(plan);
      pass(title, start);
    } catch (error) {
      fail(title, error);
      await keepPicture(engine, title).catch(() => undefined);
      if (index === 0) return;
    }
  }
}

async function tryEngine({ name, packages, find }: KnownEngine, address: string): Promise<void> {
  console.log(`\n${name}`);
  const start = find();
  if (start === undefined) {
    totals.skipped += STEPS.length;
    const needs = packages.join(', ');
    console.log(
      `  SKIPPED  not tried: it is not installed and cannot be installed here (${needs})`,
    );
    return;
  }
  try {
    const engine = await start();
    console.log(`  ${engine.title}`);
    try {
      await visit(engine, address);
    } finally {
      await engine.close();
    }
  } catch (error) {
    fail('starts and ends', error);
  }
}

/** Engines that were visited must not differ in anything that was noted. */
function compareEngines(): void {
  console.log('\nAll engines');
  for (const [what, values] of notes) {
    if (values.size < 2) continue;
    const different = new Set(values.values());
    const list = [...values].map(([engine, value]) => `${engine}: ${value}`).join(', ');
    if (different.size === 1) pass(`the same ${what}: ${[...different][0]}`, Date.now());
    else fail(`the same ${what}`, list);
  }
}

async function main(wanted: readonly string[]): Promise<void> {
  const engines = ENGINES.filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name.toLowerCase()),
  );
  installMissing(engines);
  const outDir = await mkdtemp(join(tmpdir(), 'watchmen-engines-'));
  try {
    const built = runTool('vite', ['build', '--logLevel', 'error', '--outDir', outDir]);
    if (built !== 0) throw new Error('the page was not built');
    const server = await preview({
      logLevel: 'error',
      build: { outDir },
      preview: { host: '127.0.0.1', port: PORT, strictPort: false, open: false },
    });
    const [address] = server.resolvedUrls?.local ?? [];
    if (address === undefined) throw new Error('the page is not served');
    for (const engine of engines) await tryEngine(engine, address);
    await server.close();
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
  compareEngines();
}

await main(process.argv.slice(2).map((name) => name.toLowerCase()));
const { passed, failed, skipped } = totals;
const reports = process.env['WATCHMEN_REPORTS'];
if (reports !== undefined) {
  mkdirSync(reports, { recursive: true });
  writeFileSync(join(reports, 'engines.json'), JSON.stringify(totals));
}
console.log(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exitCode = failed === 0 ? 0 : 1;
