import { t } from '../../base/language.ts';
import type { Result } from '../../base/result.ts';
import { ownIdsOf } from '../../scenario/own-ids.ts';
import type { Scenario, ScenarioProblem } from '../../scenario/scenario.ts';
import type { AppStore } from '../../store/app-store.ts';
import { linkContent } from '../../store/link-to.ts';
import { startWorker } from '../../worker/client.ts';
import { makeShortLink } from '../../worker/short-link-client.ts';
import type { SentPrograms } from '../../worker/short-links.ts';
import { save } from '../export/save.ts';
import { scenarioText } from '../scenario/write-file.ts';
import { copyFragment } from '../shell/copy-link.ts';
import { carriedWords, namedWords, whyNotCarried } from './link-words.ts';

/**
 * Copies a link to a scenario that runs programs of the person's own, and says what becomes of them:
 * one to the scenario carries them in short where that is near enough; all others only name them.
 */
export async function copyOwnLink(app: AppStore, what: 'scenario' | 'moment'): Promise<void> {
  const content = linkContent(app, what);
  if (content === null) return;
  const { scenario } = content;
  const names = namesOf(scenario);
  if (what === 'scenario') {
    const done = app.awaitPart();
    app.say(t('The program is put into the link'));
    const short = await makeShortLink(content, startWorker, pageAddress());
    done();
    if (short.ok && short.value.fits && short.value.near) {
      await copyAndTell(app, short.value.fragment, {
        words: carriedWords(short.value.programs),
        scenario,
      });
      return;
    }
    const why = whyOf(short);
    await copyAndTell(app, await app.codec.encode(content), {
      words: `${why} ${namedWords(names)}`.trim(),
      scenario,
    });
    return;
  }
  const why = t('A moment of the whole program means nothing in a short form of it.');
  await copyAndTell(app, await app.codec.encode(content), {
    words: `${why} ${namedWords(names)}`,
    scenario,
  });
}

function whyOf(short: Result<SentPrograms, readonly ScenarioProblem[]>): string {
  if (!short.ok) {
    return t('No short form could be made: {why}.', { why: short.error[0]?.message ?? '' });
  }
  return whyNotCarried(short.value);
}

function namesOf(scenario: Scenario): readonly string[] {
  const ids = ownIdsOf(scenario);
  return scenario.apps.flatMap(({ workload, name }) =>
    workload.kind === 'profile' && ids.includes(workload.id) ? [name] : [],
  );
}

function pageAddress(): string {
  return new URL(import.meta.env.BASE_URL, document.baseURI).href;
}

interface Told {
  readonly words: string;
  /** What a file would hold whole. */
  readonly scenario: Scenario;
}

async function copyAndTell(app: AppStore, fragment: string, told: Told): Promise<void> {
  const copied = await copyFragment(fragment);
  if (!copied) {
    // Some browsers allow it right after a press only.
    app.notify('info', `${t('The link is ready.')} ${told.words}`, {
      label: t('Copy it'),
      perform: () =>
        void copyFragment(fragment).then((now) =>
          app.say(now ? t('Link copied') : t('Copying is not allowed here')),
        ),
    });
    return;
  }
  app.say(t('Link copied'));
  app.notify('info', `${t('The link is copied.')} ${told.words}`, {
    label: t('Save the scenario as a file'),
    perform: () => void saveScenario(app, told.scenario),
  });
}

async function saveScenario(app: AppStore, scenario: Scenario): Promise<void> {
  const text = await scenarioText(scenario);
  if (!text.ok) {
    app.notify('problem', t('No file was saved: {why}', { why: text.error }));
    return;
  }
  const content = new Blob([`${text.value}\n`], { type: 'application/json' });
  save({ name: 'scenario.watchmen.json', content });
}
