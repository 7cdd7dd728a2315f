import { spokenLanguage, t } from '../../../base/language.ts';
import { PARTS, SIGNALLING_METHODS } from '../../../base/vocabulary.ts';
import { STYLE_WORDS, SPAN_STYLES } from '../../../kernel/activities.ts';
import { MESSAGE_KINDS } from '../../../kernel/events.ts';
import { PANELS, STAGES, parseHighlight } from '../../../lessons/highlight.ts';
import type { Highlight } from '../../../lessons/highlight.ts';
import { MAX_HIGHLIGHTS } from '../../../lessons/limits.ts';
import { scenarioOfScene } from '../../../lessons/scene.ts';
import type { SceneSpec } from '../../../lessons/lesson.ts';
import { TERM_NAMES, TERMS } from '../../../lessons/terms.ts';
import { textIn } from '../../../lessons/text.ts';
import { placeReplicas } from '../../../scenario/placement.ts';
import type { StepProps } from './PlaceFields.tsx';
import { Problem, Section } from './Field.tsx';
import { useEditor, useProblem } from './use-editor.ts';
import { HIGHLIGHT_GROUPS, METHOD_NAMES, PANEL_NAMES, PART_NAMES, STAGE_NAMES } from './words.ts';

interface Thing {
  /** As the lesson names it. */
  readonly text: string;
  readonly name: string;
}

/** What of the page the step points at: chosen by pressing its name. */
export function HighlightFields({ draft, index, step }: StepProps) {
  const editor = useEditor();
  const chosen = step.highlights ?? [];
  const problem = useProblem(`steps[${index}].highlights`, true);
  const full = chosen.length >= MAX_HIGHLIGHTS;
  const toggle = (text: string): void =>
    editor.change('', ({ steps }) => {
      const one = steps[index];
      const next = chosen.includes(text) ? chosen.filter((c) => c !== text) : [...chosen, text];
      if (next.length === 0) delete one.highlights;
      else one.highlights = next;
    });
  return (
    <Section title={t('What it points at')} count={chosen.length}>
      {groupsOf(draft.scenes[step.scene ?? ''], chosen).map(({ kind, things }) => (
        <fieldset key={kind} className="edit-chips">
          <legend>{t(HIGHLIGHT_GROUPS[kind])}</legend>
          {things.map(({ text, name }) => {
            const on = chosen.includes(text);
            return (
              <button
                key={text}
                type="button"
                className="chip"
                aria-pressed={on}
                disabled={full && !on}
                onClick={() => toggle(text)}
              >
                {name}
              </button>
            );
          })}
        </fieldset>
      ))}
      <Problem text={problem} />
    </Section>
  );
}

interface Group {
  readonly kind: Highlight['kind'];
  readonly things: readonly Thing[];
}

function numbered(kind: 'core' | 'lane' | 'replica' | 'slot', count: number): Group {
  const letter = kind === 'replica' ? 'R' : kind === 'slot' ? '' : 'C';
  const things = Array.from({ length: count }, (_, i) => ({
    text: `${kind}:${i}`,
    name: letter === '' ? t('Slot {n}', { n: i }) : `${letter}${i}`,
  }));
  return { kind, things };
}

function named<W extends string>(
  kind: Highlight['kind'],
  words: readonly W[],
  nameOf: (word: W) => string,
): Group {
  const things = words.map((word) => ({ text: `${kind}:${word}`, name: nameOf(word) }));
  return { kind, things };
}

/** All that can be pointed at in a scene, what is chosen already among it. */
function groupsOf(scene: SceneSpec | undefined, chosen: readonly string[]): readonly Group[] {
  const language = spokenLanguage();
  const { cores, replicas } = sizeOf(scene);
  const bars = SIGNALLING_METHODS.flatMap((method) => [2, 3].map((n) => ({ method, n })));
  const groups: readonly Group[] = [
    named('panel', PANELS, (panel) => t(PANEL_NAMES[panel])),
    named('stage', STAGES, (stage) => t(STAGE_NAMES[stage])),
    numbered('replica', replicas),
    numbered('slot', replicas),
    numbered('core', cores),
    numbered('lane', cores),
    named('span', SPAN_STYLES, (style) => t(STYLE_WORDS[style])),
    named('part', PARTS, (part) => t(PART_NAMES[part])),
    named('message', MESSAGE_KINDS, (message) => message),
    {
      kind: 'bar',
      things: bars.map(({ method, n }) => ({
        text: `bar:${method}-${n}`,
        name: `${t(METHOD_NAMES[method])}, ${n === 2 ? 'DMR' : 'TMR'}`,
      })),
    },
    named('term', TERM_NAMES, (term) => textIn(TERMS[term].word, language)),
  ];
  // What was chosen in a larger scene can still be taken away.
  const listed = new Set(groups.flatMap(({ things }) => things.map(({ text }) => text)));
  return groups.map(({ kind, things }) => ({
    kind,
    things: [
      ...things,
      ...chosen
        .filter((text) => !listed.has(text) && kindOf(text) === kind)
        .map((text) => ({ text, name: text })),
    ],
  }));
}

function kindOf(text: string): Highlight['kind'] | null {
  const read = parseHighlight(text);
  return read.ok ? read.value.kind : null;
}

function sizeOf(scene: SceneSpec | undefined): { cores: number; replicas: number } {
  const scenario = scene && scenarioOfScene(scene);
  if (!scenario?.ok) return { cores: 12, replicas: 3 };
  const { sockets, coresPerSocket } = scenario.value.machine;
  const groups = placeReplicas(scenario.value, []).map((cores) => cores.length);
  return { cores: sockets * coresPerSocket, replicas: Math.max(...groups) };
}
