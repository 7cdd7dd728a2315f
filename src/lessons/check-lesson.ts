import { t } from '../base/language.ts';
import { placeReplicas } from '../scenario/placement.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { didYouMean } from '../scenario/suggest.ts';
import { parseHighlight } from './highlight.ts';
import type { ChoiceOption, Lesson, LessonStep, Question } from './lesson.ts';
import { namesIn } from './marks.ts';
import type { Measure, PlainMeasure } from './measure.ts';
import { partsOf, unitOf } from './measure-info.ts';
import type { LessonProblem } from './problem.ts';
import { scenarioOfScene } from './scene.ts';
import type { LocalText } from './text.ts';
import { languagesOf } from './text.ts';

/*
 * What a schema cannot say of a lesson: that names lead somewhere, that every text is there in the
 * same languages, that a question can have an answer.
 */

/** Everything wrong with a lesson of the right form that is seen without running it. */
export function checkLesson(lesson: Lesson): LessonProblem[] {
  const check = new LessonCheck(lesson);
  check.all();
  return check.problems;
}

class LessonCheck {
  readonly problems: LessonProblem[] = [];
  private readonly lesson: Lesson;
  private readonly scenarios = new Map<string, Scenario>();

  constructor(lesson: Lesson) {
    this.lesson = lesson;
  }

  all(): void {
    const { scenes, values, steps, closing, aim, title } = this.lesson;
    for (const [name, scene] of Object.entries(scenes)) {
      const scenario = scenarioOfScene(scene);
      if (scenario.ok) this.scenarios.set(name, scenario.value);
      else
        for (const { path, message } of scenario.error)
          this.add(at(`scenes.${name}`, path), message);
    }
    for (const [name, measure] of Object.entries(values)) this.measure(`values.${name}`, measure);
    this.text('title', title);
    if (aim !== undefined) this.text('aim', aim);
    if (steps[0]?.scene === undefined) {
      this.add('steps[0].scene', t('is missing; the first step must name its scene'));
    }
    let scene: string | undefined;
    steps.forEach((step, i) => {
      scene = step.scene ?? scene;
      this.step(`steps[${i}]`, step, scene);
    });
    if (closing !== undefined) this.text('closing', closing);
  }

  private add(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  private step(path: string, step: LessonStep, scene: string | undefined): void {
    if (step.scene !== undefined) this.name(`${path}.scene`, step.scene, 'scenes');
    if (step.locks !== undefined) this.name(`${path}.locks`, step.locks, 'locks');
    if (step.title !== undefined) this.text(`${path}.title`, step.title);
    this.text(`${path}.caption`, step.caption);
    if (step.analogy !== undefined) this.text(`${path}.analogy`, step.analogy);
    step.highlights?.forEach((text, i) => this.highlight(`${path}.highlights[${i}]`, text, scene));
    if (step.question !== undefined) this.question(`${path}.question`, step.question);
  }

  /** A name must be one of those of the lesson. */
  private name(path: string, name: string, list: 'scenes' | 'values' | 'locks'): void {
    const known = Object.keys(this.lesson[list]);
    if (known.includes(name)) return;
    const hint =
      didYouMean(name, known) ||
      (known.length === 0
        ? t('; there are none')
        : t('; there are {names}', { names: known.join(', ') }));
    this.add(path, t('there is no "{name}" in {list}{hint}', { name, list, hint }));
  }

  private text(path: string, text: LocalText): void {
    const wanted = languagesOf(this.lesson.title);
    const there = languagesOf(text);
    for (const language of wanted) {
      if (!there.includes(language))
        this.add(`${path}.${language}`, t('is missing; the title has it'));
    }
    for (const language of there) {
      if (!wanted.includes(language)) {
        this.add(`${path}.${language}`, t('must not stand here; the title has no such language'));
      }
      for (const name of namesIn(text[language] ?? ''))
        this.name(`${path}.${language}`, name, 'values');
    }
  }

  private highlight(path: string, text: string, scene: string | undefined): void {
    const read = parseHighlight(text);
    if (!read.ok) {
      this.add(path, read.error);
      return;
    }
    const scenario = this.scenarios.get(scene ?? '');
    if (scenario === undefined || !('index' in read.value)) return;
    const { kind, index } = read.value;
    const { sockets, coresPerSocket } = scenario.machine;
    const replicas = Math.max(...placeReplicas(scenario, []).map((cores) => cores.length));
    const most = kind === 'core' || kind === 'lane' ? sockets * coresPerSocket : replicas;
    if (index >= most)
      this.add(
        path,
        t('must be at most {kind}:{most} in scene "{scene}"', {
          kind,
          most: most - 1,
          scene: scene ?? '',
        }),
      );
  }

  private question(path: string, question: Question): void {
    this.text(`${path}.prompt`, question.prompt);
    this.text(`${path}.right`, question.right);
    this.text(`${path}.wrong`, question.wrong);
    switch (question.kind) {
      case 'choice':
        this.choice(path, question);
        return;
      case 'number':
        this.numeric(`${path}.measure`, question.measure);
        if (question.slider.from >= question.slider.to) {
          this.add(`${path}.slider`, t('must go from less to more'));
        }
        return;
      case 'order':
        question.items.forEach(({ text, measure }, i) => {
          this.text(`${path}.items[${i}].text`, text);
          this.numeric(`${path}.items[${i}].measure`, measure);
        });
        return;
      default:
        question satisfies never;
    }
  }

  private choice(path: string, { decide, options }: Question & { kind: 'choice' }): void {
    if ('measure' in decide) {
      if (decide.by === 'range') this.numeric(`${path}.decide.measure`, decide.measure);
      else this.measure(`${path}.decide.measure`, decide.measure);
    }
    options.forEach((option, i) => {
      const place = `${path}.options[${i}]`;
      this.text(`${place}.text`, option.text);
      if (option.hint !== undefined) this.text(`${place}.hint`, option.hint);
      this.optionFields(place, option, decide.by);
    });
  }

  /** Every option must have what its kind of decision looks at. */
  private optionFields(
    path: string,
    { is, from, to, measure }: ChoiceOption,
    by: 'same' | 'range' | 'least' | 'most',
  ): void {
    if (by === 'same' && is === undefined) {
      this.add(
        `${path}.is`,
        t('is missing; it says which value of the measure this option stands for'),
      );
    }
    if (by === 'range' && from === undefined && to === undefined) {
      this.add(`${path}.from`, t('is missing; give "from" or "to" or both'));
    }
    if (by !== 'least' && by !== 'most') return;
    if (measure === undefined)
      this.add(`${path}.measure`, t('is missing; options are compared by it'));
    else this.numeric(`${path}.measure`, measure);
  }

  private numeric(path: string, measure: Measure): void {
    this.measure(path, measure);
    if (unitOf(measure) === 'word') this.add(path, t('must measure a number, but measures a word'));
  }

  private measure(path: string, measure: Measure): void {
    for (const part of partsOf(measure)) this.plain(path, part);
    if (measure.of === 'quotient' || measure.of === 'difference') {
      this.numericParts(path, [measure.left, measure.right]);
    }
  }

  private numericParts(path: string, parts: readonly PlainMeasure[]): void {
    parts.forEach((part, i) => {
      if (unitOf(part) !== 'word') return;
      this.add(
        `${path}.${i === 0 ? 'left' : 'right'}`,
        t('must measure a number, but measures a word'),
      );
    });
  }

  private plain(path: string, measure: PlainMeasure): void {
    if ('locks' in measure) this.name(`${path}.locks`, measure.locks, 'locks');
    if (!('scene' in measure)) return;
    this.name(`${path}.scene`, measure.scene, 'scenes');
    const scenario = this.scenarios.get(measure.scene);
    const apps = scenario?.apps.length ?? Infinity;
    if ((measure.app ?? 0) >= apps) {
      this.add(
        `${path}.app`,
        t('must be less than {apps}, the number of apps of its scene', { apps }),
      );
    }
  }
}

function at(place: string, path: string): string {
  return path === '' ? place : `${place}.${path}`;
}
