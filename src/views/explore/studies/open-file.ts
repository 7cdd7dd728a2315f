import { t } from '../../../base/language.ts';
import type { SavedStudy } from '../../../analysis/studies/study-file.ts';
import { assertUnreachable } from '../../../base/assert.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { AppStore } from '../../../store/app-store.ts';
import {
  draftOfPlacement,
  draftOfScalability,
  draftOfWishList,
} from '../../../store/draft-of-study.ts';
import type { Explore } from '../../../store/explore.ts';
import { showPart } from '../show-part.ts';

/** What a file is opened for. */
interface OpenDeps {
  readonly app: AppStore;
  readonly explore: Pick<Explore, 'part' | 'studies'>;
}

/**
 * Shows the study in a file that the page or the command line has written. A file that is none, or is
 * damaged, changes nothing and says so.
 */
export async function openStudyFile(file: File, { app, explore }: OpenDeps): Promise<void> {
  const { readStudyFile } = await import('../../../analysis/studies/study-file.ts');
  const read = readStudyFile(await file.text());
  if (!read.ok) {
    const said = { name: file.name, why: read.error };
    app.notify('problem', t('{name} was not opened; nothing has changed. {why}', said));
    return;
  }
  const scenario = show(read.value, explore.studies, app.store.getState().scenario);
  if (scenario !== null) app.edits.load(scenario);
  showPart(app, explore, read.value.study);
  const shown = t('The study in {name} is shown.', { name: file.name });
  const lab = t('Its scenario is in the Lab; undo brings yours back.');
  app.notify('info', scenario === null ? shown : `${shown} ${lab}`);
}

/** Shows a study; gives the scenario that the Lab must hold for it, or `null`. */
function show(
  saved: SavedStudy,
  { scalability, wishList, placement }: Explore['studies'],
  lab: Scenario,
): Scenario | null {
  switch (saved.study) {
    case 'scalability': {
      const { draft, scenario, spec } = draftOfScalability(saved.spec, lab);
      scalability.runner.open({ spec, done: saved.done });
      scalability.form.setState({ draft, selected: null });
      return scenario;
    }
    case 'wish-list': {
      const { draft, scenario, spec } = draftOfWishList(saved.spec, lab);
      wishList.runner.open({ spec, done: saved.done });
      wishList.form.setState({ draft, selected: null });
      return scenario;
    }
    case 'placement': {
      const { draft, scenario, spec } = draftOfPlacement(saved.spec, lab);
      placement.runner.open({ spec, done: saved.done });
      placement.form.setState({ draft, selected: null });
      return scenario;
    }
    default:
      return assertUnreachable(saved);
  }
}
