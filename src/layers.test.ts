import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';

/**
 * The rooms of `src/` in order: imports point up this list only, and a room may import itself.
 * `values` are rooms it may import anything from, `types` rooms it may only `import type` from,
 * `packages` the npm packages it may use (`node:` stands for every Node module).
 */
interface Room {
  readonly values: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
}

/** Constant tables that name what the kernel models: rooms that know it as types may read them too. */
const KERNEL_TABLES = new Set([
  'src/kernel/activities.ts',
  'src/kernel/costs.ts',
  'src/kernel/events.ts',
  'src/kernel/faults/flow-parameters.ts',
  'src/kernel/faults/incidents.ts',
  'src/kernel/faults/registers.ts',
]);

const D3 = ['d3-array', 'd3-shape'];
const PURE = ['base', 'kernel', 'workload', 'scenario', 'run', 'analysis', 'export', 'lessons'];

/** What every test file may use besides what its room may use. */
const TEST_PACKAGES = ['vitest', 'fast-check', 'node:', '@lingui/message-utils', 'jsqr'];

const ROOMS = new Map<string, Room>([
  ['base', { values: [], packages: ['@lingui/core'] }],
  ['locales', { values: ['base'] }],
  ['kernel', { values: ['base'] }],
  ['workload', { values: ['base'], packages: ['valibot'] }],
  ['scenario', { values: ['base', 'kernel', 'workload'], packages: ['valibot', 'fflate'] }],
  ['run', { values: ['base', 'kernel', 'workload', 'scenario'] }],
  ['analysis', { values: PURE.slice(0, 5) }],
  ['export', { values: PURE.slice(0, 6), packages: ['fflate', 'gifenc', 'valibot'] }],
  ['lessons', { values: PURE.slice(0, 6), packages: ['valibot', 'fflate'] }],
  ['worker', { values: PURE, packages: ['idb-keyval'] }],
  ['draw', { values: ['base'], types: ['kernel', 'run', 'analysis'], packages: D3 }],
  [
    'store',
    {
      values: ['base', 'scenario', 'run', 'analysis', 'lessons', 'worker'],
      types: ['kernel', 'workload', 'export'],
      packages: ['zustand', 'immer'],
    },
  ],
  [
    'views',
    {
      values: [...PURE.filter((room) => room !== 'kernel'), 'worker', 'draw', 'store'],
      types: ['kernel'],
      packages: [
        'react',
        'react-dom',
        'zustand',
        '@leeoniya/ufuzzy',
        '@lingui/react',
        'virtual:pwa-register',
        'fflate',
        'lean-qr',
        'mediabunny',
        'modern-screenshot',
        ...D3,
      ],
    },
  ],
  // The command line draws pictures, too: as SVG, which needs no page.
  ['cli', { values: [...PURE, 'draw'], packages: ['node:', '@resvg/resvg-js'] }],
  [
    'testing',
    {
      values: [...PURE, 'locales', 'worker', 'draw', 'store'],
      // Tests read what the code says, and pack what no program of ours would.
      packages: [...TEST_PACKAGES, 'oxc-parser', 'fflate'],
    },
  ],
  [
    'main',
    {
      values: [...PURE, 'locales', 'worker', 'draw', 'store', 'views'],
      packages: ['react', 'react-dom', 'zustand', 'immer', '@fontsource-variable'],
    },
  ],
]);

interface Reference {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

interface ModuleFacts {
  readonly references: readonly Reference[];
  /** Rules about exports that the module breaks. */
  readonly badExports: readonly string[];
}

function readModule(path: string, source: string): ModuleFacts {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) {
    throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  }
  const references: Reference[] = [];
  const badExports: string[] = [];
  /** A clause is type-only as a whole, or because each of its names is. */
  const add = (
    specifier: string,
    kind: string | undefined,
    names: (string | undefined)[],
  ): void => {
    const everyNameIsType = names.length > 0 && names.every((name) => name === 'type');
    references.push({ specifier, typeOnly: kind === 'type' || everyNameIsType });
  };
  new Visitor({
    ImportDeclaration(node) {
      const names = node.specifiers.map((name) =>
        'importKind' in name ? name.importKind : undefined,
      );
      add(node.source.value, node.importKind, names);
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) {
        const names = node.specifiers.map(({ exportKind }) => exportKind);
        add(node.source.value, node.exportKind, names);
      }
      if (node.specifiers.some(({ exported }) => isDefault(exported))) {
        badExports.push('exports a default');
      }
    },
    ExportAllDeclaration(node) {
      badExports.push(`has "export *" from ${node.source.value}`);
      add(node.source.value, node.exportKind, []);
    },
    ExportDefaultDeclaration() {
      badExports.push('exports a default');
    },
    ImportExpression(node) {
      add(literalText(node.source), undefined, []);
    },
    TSImportType(node) {
      add(node.source.value, 'type', []);
    },
    TSExternalModuleReference(node) {
      add(literalText(node.expression), undefined, []);
    },
  }).visit(program);
  return { references, badExports };
}

/** What a computed specifier names cannot be known, so no room may have one. */
function literalText(expression: { type: string; value?: unknown }): string {
  return expression.type === 'Literal' ? String(expression.value) : '(computed)';
}

function isDefault(name: { name: string } | { value: string }): boolean {
  return ('name' in name ? name.name : name.value) === 'default';
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

/** `src/views/log/log.tsx` is in `views`; files directly in `src/` are in `main`. */
function roomOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  return rest.length > 0 ? folder : 'main';
}

function complaintAbout(path: string, { specifier, typeOnly }: Reference): string | undefined {
  const name = roomOf(path);
  const room = ROOMS.get(name);
  if (room === undefined) {
    return undefined;
  }
  if (!specifier.startsWith('.')) {
    return packageComplaint(path, room, specifier);
  }
  const target = posix.join(posix.dirname(path), specifier);
  const targetRoom = roomOf(target);
  if (!target.startsWith('src/')) {
    return `${path} imports ${specifier}, which is outside src/`;
  }
  if (!ROOMS.has(targetRoom)) {
    return `${path} imports ${specifier} from "${targetRoom}", which is not a room`;
  }
  const types = room.types ?? [];
  // A test may build what its room only knows the type of.
  const values = isTest(path) ? [...room.values, ...types, 'testing'] : room.values;
  if (targetRoom === name || values.includes(targetRoom)) {
    return undefined;
  }
  if (types.includes(targetRoom)) {
    return typeOnly || KERNEL_TABLES.has(target)
      ? undefined
      : `${path} imports a value from ${specifier}: types only`;
  }
  return `${path} imports ${specifier}: "${name}" may not import "${targetRoom}"`;
}

function packageComplaint(path: string, room: Room, specifier: string): string | undefined {
  const allowed = [...(room.packages ?? []), ...(isTest(path) ? TEST_PACKAGES : [])];
  const toolOfThisFile = path === 'src/layers.test.ts' && specifier === 'oxc-parser';
  const known = allowed.some(
    (name) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name === 'node:' && specifier.startsWith(name)),
  );
  return known || toolOfThisFile
    ? undefined
    : `${path} imports ${specifier}: "${roomOf(path)}" may not use that package`;
}

/** Every way in which a module of `src/` breaks the table, as sentences. */
function findViolations(path: string, source: string): string[] {
  const { references, badExports } = readModule(path, source);
  const unknown = ROOMS.has(roomOf(path)) ? [] : [`${path} is not in a known room`];
  const complaints = references.map((reference) => complaintAbout(path, reference));
  return [
    ...unknown,
    ...badExports.map((problem) => `${path} ${problem}`),
    ...complaints.filter((complaint) => complaint !== undefined),
  ];
}

function modulesOfSrc(): string[] {
  const src = new URL('.', import.meta.url);
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path));
}

describe('the rooms of src/', () => {
  it('import only what the table allows', () => {
    const root = new URL('..', import.meta.url);
    const violations = modulesOfSrc().flatMap((path) =>
      findViolations(path, readFileSync(new URL(path, root), 'utf8')),
    );
    expect(violations).toEqual([]);
  });

  it('are all found', () => {
    expect(modulesOfSrc()).toEqual(expect.arrayContaining(['src/layers.test.ts', 'src/main.tsx']));
  });

  it('point up the list only', () => {
    const seen = new Set<string>();
    for (const [name, { values, types = [] }] of ROOMS) {
      const later = [...values, ...types].filter((room) => !seen.has(room));
      expect(later, name).toEqual([]);
      seen.add(name);
    }
  });
});

describe('the check itself', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['src/kernel/queue.ts', `import { heap } from './heap.ts';`],
    ['src/kernel/methods/nmr.ts', `import { assert } from '../../base/assert.ts';`],
    ['src/draw/paint.ts', `import type { Series } from '../run/series.ts';`],
    ['src/draw/paint.ts', `import { type Series } from '../run/series.ts';`],
    ['src/draw/paint.ts', `import { ticks } from 'd3-array';`],
    ['src/draw/paint.ts', `import { ACTIVITIES } from '../kernel/activities.ts';`],
    ['src/views/costs.tsx', `import { COST_PARAMETERS } from '../kernel/costs.ts';`],
    ['src/draw/paint.test.ts', `import { series } from '../run/series.ts';`],
    ['src/run/seek.test.ts', `import { program } from '../testing/programs.ts';`],
    ['src/run/seek.test.ts', `import fc from 'fast-check'; import { it } from 'vitest';`],
    ['src/cli/main.ts', `import { readFileSync } from 'node:fs';`],
    ['src/store/store.ts', `import { createStore } from 'zustand/vanilla';`],
    ['src/main.tsx', `import '@fontsource-variable/inter/wght.css'; import './main.css';`],
  ];
  it.each(allowed)('accepts in %s: %s', (path, source) => {
    expect(findViolations(path, source)).toEqual([]);
  });

  const forbidden: readonly (readonly [string, string, string])[] = [
    ['src/kernel/queue.ts', `import { a } from '../run/a.ts';`, 'may not import "run"'],
    ['src/kernel/queue.ts', `import type { A } from '../run/a.ts';`, 'may not import "run"'],
    ['src/kernel/queue.ts', `export { a } from '../run/a.ts';`, 'may not import "run"'],
    ['src/kernel/queue.ts', `const a = import('../run/a.ts');`, 'may not import "run"'],
    ['src/kernel/queue.ts', `type A = import('../run/a.ts').A;`, 'may not import "run"'],
    ['src/kernel/queue.ts', `import a = require('../run/a.ts');`, 'may not import "run"'],
    ['src/kernel/queue.ts', `import { useState } from 'react';`, 'may not use that package'],
    ['src/kernel/queue.ts', `import { readFileSync } from 'node:fs';`, 'may not use that package'],
    ['src/kernel/queue.ts', `import { a } from '../testing/a.ts';`, 'may not import "testing"'],
    ['src/kernel/queue.ts', `import { a } from '../../scripts/a.ts';`, 'outside src/'],
    ['src/kernel/queue.ts', `const a = import(name);`, 'may not use that package'],
    ['src/draw/paint.ts', `import { a, type B } from '../run/a.ts';`, 'types only'],
    ['src/draw/paint.ts', `import '../run/a.ts';`, 'types only'],
    ['src/views/app.tsx', `import { step } from '../kernel/step.ts';`, 'types only'],
    ['src/views/app.tsx', `import { a } from '../helpers/a.ts';`, 'is not a room'],
    ['src/helpers/a.ts', `export const a = 1;`, 'not in a known room'],
    ['src/base/all.ts', `export * from './result.ts';`, 'export *'],
    ['src/base/all.ts', `export * as result from './result.ts';`, 'export *'],
    ['src/base/all.ts', `export default 1;`, 'exports a default'],
    ['src/base/all.ts', `const a = 1; export { a as default };`, 'exports a default'],
  ];
  it.each(forbidden)('reports in %s: %s', (path, source, complaint) => {
    expect(findViolations(path, source).join('\n')).toContain(complaint);
  });
});
