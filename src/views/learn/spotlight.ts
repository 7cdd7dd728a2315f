import type { SpanStyle } from '../../kernel/activities.ts';
import type { Highlight } from '../../lessons/highlight.ts';
import { parseHighlight } from '../../lessons/highlight.ts';
import type { TermName } from '../../lessons/terms.ts';

/** Where panels of the Lab are found. */
const PANELS: Readonly<Record<Extract<Highlight, { kind: 'panel' }>['panel'], string>> = {
  machine: '.machine',
  timeline: '.tl',
  overhead: '.overhead',
  growth: '.growth',
  why: '.why',
  log: '.log-slot',
  stack: '.hull',
  scenario: '.scenario',
  transport: '.transport',
  locks: '[data-highlight="locks"]',
};

const STAGES: Readonly<Record<Extract<Highlight, { kind: 'stage' }>['stage'], string>> = {
  slots: '.pipeline .slots',
  compare: '.pipeline .compare',
  'system-call-proxy': '.pipeline .handler:nth-last-child(1)',
  'memory-manager': '.pipeline .handler:nth-last-child(2)',
  device: '.device',
  recovery: '.pipeline .handlers',
  resume: '.pipeline .resume-line',
};

/**
 * CSS selectors of what a highlight names: best first, each taken only where those before find nothing.
 * `homes` are the cores of the replicas.
 */
export function selectorsOf(highlight: Highlight, homes: readonly number[]): readonly string[] {
  switch (highlight.kind) {
    case 'core':
      return [`.machine [data-core="${highlight.index}"]`];
    case 'lane':
      return [`.tl-header[data-lane="${highlight.index}"]`, '.tl-headers', '.tl'];
    case 'replica':
      return [`.machine [data-core="${homes[highlight.index] ?? ''}"]`, '.machine'];
    case 'slot':
      return [`.pipeline .slots > :nth-child(${highlight.index + 1})`, '.pipeline .slots'];
    case 'message':
      // What carries it, where none of the kind is on its way.
      return [`.machine [data-message="${highlight.message}"]`, '.machine .medium'];
    case 'span':
      return [`.tl-legend [data-style="${highlight.style}"]`, '.tl-body'];
    case 'part':
      return ['.cycles-slot .event-cost', '.why', '.tl-body'];
    case 'stage':
      return [STAGES[highlight.stage], '.pipeline'];
    case 'panel':
      return [PANELS[highlight.panel]];
    case 'bar':
      return ['.overhead .live-bars', '.overhead'];
    case 'term':
      return [`.lesson [data-term="${highlight.term}"]`];
    default:
      return highlight satisfies never;
  }
}

/** The panel at the side that a step needs; `null` = any will do. */
export function sidePanelOf(texts: readonly string[]): 'cycles' | 'log' | 'why' | null {
  for (const highlight of highlightsIn(texts)) {
    if (highlight.kind === 'bar') return 'cycles';
    if (highlight.kind !== 'panel') continue;
    const { panel } = highlight;
    if (panel === 'overhead' || panel === 'growth') return 'cycles';
    if (panel === 'log' || panel === 'why') return panel;
  }
  return null;
}

/** Terms that a step names. */
export function termsIn(texts: readonly string[]): TermName[] {
  return highlightsIn(texts).flatMap((one) => (one.kind === 'term' ? [one.term] : []));
}

/** Kinds of time that a step points at, which the timeline itself draws. */
export function stylesIn(texts: readonly string[]): SpanStyle[] {
  return highlightsIn(texts).flatMap((one) => (one.kind === 'span' ? [one.style] : []));
}

/** Highlights of a valid lesson, read. */
export function highlightsIn(texts: readonly string[]): Highlight[] {
  return texts.flatMap((text) => {
    const read = parseHighlight(text);
    return read.ok ? [read.value] : [];
  });
}
