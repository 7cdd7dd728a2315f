import { load } from './engine.ts';
import type { Engine } from './engine.ts';
import { click, idle, look, same, waitFor } from './visitor.ts';
import type { Shown } from './visitor.ts';

/** What a visit goes by. */
export interface Visit {
  readonly engine: Engine;
  /** Where the page is served, with a slash at its end. */
  readonly address: string;
  /** The digest that the command line has for a link or a preset. */
  readonly digestOf: (scenario: string) => string;
  /** The link to a preset, from its `#`. */
  readonly linkTo: (preset: string) => string;
  /** Notes what every engine must have alike. */
  readonly note: (what: string, value: string) => void;
}

/** One thing to do in an engine. They follow each other on one page; `open` begins anew. */
export interface Step {
  readonly title: string;
  readonly run: (visit: Visit) => Promise<void>;
}

async function open({ engine, address }: Visit, rest = ''): Promise<Shown> {
  await load(engine, `${address}${rest}`);
  return idle(engine);
}

/** The digest in the page is that of the command line for the same link. */
function checkDigest({ digestOf, note }: Visit, name: string, { digest, link }: Shown): void {
  same(`the digest of ${name}`, digest, digestOf(link));
  note(`digest of ${name}`, digest);
}

async function firstVisit(visit: Visit): Promise<void> {
  const shown = await open(visit);
  same('the digest of crc32-tmr-ipc', shown.digest, visit.digestOf('crc32-tmr-ipc'));
  checkDigest(visit, 'the first page', shown);
  visit.note('link of the first page', shown.link);
  const colours = await look<number>(visit.engine, 'visit.colours()');
  if (colours < 8) throw new Error(`the largest picture has ${colours} colours: it is not painted`);
}

async function fits({ engine }: Visit): Promise<void> {
  const wider = await look<number>(
    engine,
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  same('what the page is wider than its window', wider, 0);
}

async function stepByKeyAndButton({ engine, note }: Visit): Promise<void> {
  const before = await idle(engine);
  await engine.press('ArrowRight');
  const next = await waitFor<Shown>(
    engine,
    'the next kernel step',
    `(visit.shown()?.step === ${before.step + 1} ? visit.shown() : null)`,
  );
  const rendezvous = await click(engine, 'button', 'Next rendezvous');
  if (rendezvous.step <= next.step) throw new Error(`still at step ${rendezvous.step}`);
  note('step of the next rendezvous', String(rendezvous.step));
  const back = await click(engine, 'button', 'Previous event');
  same('the step before', back.step, rendezvous.step - 1);
}

async function linkToMoment(visit: Visit): Promise<void> {
  const before = await idle(visit.engine);
  visit.note('link to a moment', before.link);
  const after = await open(visit, before.link);
  same('what a link shows', JSON.stringify(after), JSON.stringify(before));
}

async function otherMethod(visit: Visit): Promise<void> {
  const { engine } = visit;
  const shown = await click(engine, '[aria-label="Signalling"] label', 'shared memory');
  same('the digest by polling', shown.digest, visit.digestOf('crc32-tmr-polling'));
  checkDigest(visit, 'the run by polling', shown);
}

async function presetWithFault(visit: Visit): Promise<void> {
  const shown = await open(visit, visit.linkTo('fault-corrected'));
  same('the digest of fault-corrected', shown.digest, visit.digestOf('fault-corrected'));
  visit.note('digest of fault-corrected', shown.digest);
}

async function injectFault({ engine, note }: Visit): Promise<void> {
  await engine.press('x');
  await click(engine, 'dialog button.primary, [role="dialog"] button.primary');
  await waitFor(engine, 'the branch', 'visit.find("[aria-label=Branches]") !== undefined');
  const { digest } = await idle(engine);
  note('digest of the branch', digest);
}

async function answerInLesson(visit: Visit): Promise<void> {
  const { engine } = visit;
  await open(visit, '#lesson=cast&step=4');
  await click(engine, 'section.lesson label:has(input[type="radio"])');
  await click(engine, 'section.lesson .lesson-say .primary');
  const said = await waitFor<string>(
    engine,
    'the outcome',
    'visit.find("[data-verdict]")?.getAttribute("data-verdict")',
  );
  visit.note('verdict of the first answer', said);
}

async function inGerman(visit: Visit): Promise<void> {
  await open(visit, '?lang=de');
  const { engine } = visit;
  same('the language', await look(engine, 'document.documentElement.lang'), 'de');
  await waitFor(engine, 'the machine', 'visit.find("[aria-label=Maschine]") !== undefined');
}

async function noProblems({ engine }: Visit): Promise<void> {
  same('what the console has', engine.problems().join('\n'), '');
}

/** What is done in every engine. */
export const STEPS: readonly Step[] = [
  { title: 'a first visit shows the run, with its digest', run: firstVisit },
  { title: 'the page is as wide as its window', run: fits },
  { title: 'a key and a button step', run: stepByKeyAndButton },
  { title: 'a link leads to its moment', run: linkToMoment },
  { title: 'another method gives its digest', run: otherMethod },
  { title: 'a preset with a fault gives its digest', run: presetWithFault },
  { title: 'an injected fault makes a branch', run: injectFault },
  { title: 'a question of a lesson is answered', run: answerInLesson },
  { title: 'the page speaks German', run: inGerman },
  { title: 'the console has no errors', run: noProblems },
];
