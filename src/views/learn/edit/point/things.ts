import { spokenLanguage, t } from '../../../../base/language.ts';
import { PARTS, SIGNALLING_METHODS } from '../../../../base/vocabulary.ts';
import { SPAN_STYLES, STYLE_WORDS } from '../../../../kernel/activities.ts';
import { MESSAGE_KINDS } from '../../../../kernel/events.ts';
import { PANELS, parseHighlight, STAGES } from '../../../../lessons/highlight.ts';
import type { Highlight, HighlightText } from '../../../../lessons/highlight.ts';
import type { SceneSpec } from '../../../../lessons/lesson.ts';
import { scenarioOfScene } from '../../../../lessons/scene.ts';
import { TERM_NAMES, TERMS } from '../../../../lessons/terms.ts';
import { textIn } from '../../../../lessons/text.ts';
import { placeReplicas } from '../../../../scenario/placement.ts';
import { HIGHLIGHT_GROUPS, METHOD_NAMES, PANEL_NAMES, PART_NAMES, STAGE_NAMES } from '../words.ts';

/** Something that a step can point at. */
export interface Thing {
  /** As the lesson names it. */
  readonly text: HighlightText;
  readonly highlight: Highlight;
  /** As people name it among others of its kind. */
  readonly name: string;
}

/** Things of one kind. */
export interface Group {
  readonly kind: Highlight['kind'];
  readonly things: readonly Thing[];
}

/** How many cores and replicas there are to point at. */
export interface Size {
  readonly cores: number;
  readonly replicas: number;
}

/** How a lesson names a highlight; `parseHighlight` reads it back. */
export function highlightText(highlight: Highlight): HighlightText {
  switch (highlight.kind) {
    case 'core':
    case 'lane':
    case 'replica':
    case 'slot':
      return `${highlight.kind}:${highlight.index}`;
    case 'message':
      return `message:${highlight.message}`;
    case 'span':
      return `span:${highlight.style}`;
    case 'part':
      return `part:${highlight.part}`;
    case 'stage':
      return `stage:${highlight.stage}`;
    case 'panel':
      return `panel:${highlight.panel}`;
    case 'bar':
      return `bar:${highlight.method}-${highlight.replicas}`;
    case 'term':
      return `term:${highlight.term}`;
    default:
      return highlight satisfies never;
  }
}

/** What a person reads of a highlight, without its kind. */
export function highlightName(highlight: Highlight): string {
  switch (highlight.kind) {
    case 'core':
    case 'lane':
      return `C${highlight.index}`;
    case 'replica':
      return `R${highlight.index}`;
    case 'slot':
      return t('Slot {n}', { n: highlight.index });
    case 'message':
      return highlight.message;
    case 'span':
      return t(STYLE_WORDS[highlight.style]);
    case 'part':
      return t(PART_NAMES[highlight.part]);
    case 'stage':
      return t(STAGE_NAMES[highlight.stage]);
    case 'panel':
      return t(PANEL_NAMES[highlight.panel]);
    case 'bar': {
      const { method, replicas } = highlight;
      return `${t(METHOD_NAMES[method])}, ${replicas === 2 ? 'DMR' : 'TMR'}`;
    }
    case 'term':
      return textIn(TERMS[highlight.term].word, spokenLanguage());
    default:
      return highlight satisfies never;
  }
}

/** All of each kind, in the order in which they are offered; a kind that is new must be added here. */
const ALL: { readonly [Kind in Highlight['kind']]: (size: Size) => readonly Highlight[] } = {
  panel: () => PANELS.map((panel) => ({ kind: 'panel', panel })),
  stage: () => STAGES.map((stage) => ({ kind: 'stage', stage })),
  replica: ({ replicas }) => numbered('replica', replicas),
  slot: ({ replicas }) => numbered('slot', replicas),
  core: ({ cores }) => numbered('core', cores),
  lane: ({ cores }) => numbered('lane', cores),
  span: () => SPAN_STYLES.map((style) => ({ kind: 'span', style })),
  part: () => PARTS.map((part) => ({ kind: 'part', part })),
  message: () => MESSAGE_KINDS.map((message) => ({ kind: 'message', message })),
  bar: () =>
    SIGNALLING_METHODS.flatMap((method) =>
      [2, 3].map((replicas) => ({ kind: 'bar', method, replicas }) as const),
    ),
  term: () => TERM_NAMES.map((term) => ({ kind: 'term', term })),
};

function numbered(kind: 'core' | 'lane' | 'replica' | 'slot', count: number): Highlight[] {
  return Array.from({ length: count }, (_, index) => ({ kind, index }));
}

/** The kinds of things, in that order. */
export const KINDS = Object.keys(ALL) as readonly Highlight['kind'][];

/** All that can be pointed at, what is chosen already among it: that of a larger scene can still be taken away. */
export function groupsOf(size: Size, chosen: readonly HighlightText[]): readonly Group[] {
  const read = chosen.flatMap((text) => {
    const highlight = parseHighlight(text);
    return highlight.ok ? [highlight.value] : [];
  });
  return KINDS.map((kind) => {
    const things = ALL[kind](size).map(thingOf);
    const listed = new Set(things.map(({ text }) => text));
    const others = read.filter((one) => one.kind === kind).map(thingOf);
    return { kind, things: [...things, ...others.filter(({ text }) => !listed.has(text))] };
  });
}

function thingOf(highlight: Highlight): Thing {
  return { text: highlightText(highlight), highlight, name: highlightName(highlight) };
}

/** Kind and name of a thing, for who does not see what it is among. */
export function fullName({ highlight, name }: Thing): string {
  return t('{kind}: {name}', { kind: t(HIGHLIGHT_GROUPS[highlight.kind]), name });
}

/** How much there is in a scene; the usual machine where the scene says nothing. */
export function sizeOf(scene: SceneSpec | undefined): Size {
  const scenario = scene && scenarioOfScene(scene);
  if (!scenario?.ok) return { cores: 12, replicas: 3 };
  const { sockets, coresPerSocket } = scenario.value.machine;
  const groups = placeReplicas(scenario.value, []).map((cores) => cores.length);
  return { cores: sockets * coresPerSocket, replicas: Math.max(...groups) };
}
