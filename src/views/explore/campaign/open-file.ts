import { t } from '../../../base/language.ts';
import type { AppStore } from '../../../store/app-store.ts';
import type { Explore } from '../../../store/explore.ts';
import { showPart } from '../show-part.ts';
import { capital, listed } from '../words.ts';

/** What files are opened for. */
interface OpenDeps {
  readonly app: AppStore;
  readonly explore: Pick<Explore, 'part' | 'campaigns'>;
}

/**
 * Shows the campaign in files that the page or the command line has written, of which each may hold a
 * shard. What is none, or is damaged before its first block, changes nothing and says so.
 */
export async function openCampaignFiles(
  files: readonly File[],
  { app, explore }: OpenDeps,
): Promise<void> {
  const { draftOfCampaign, readCampaignFiles } = await import('../../../store/opened-campaign.ts');
  const { ok } = await import('../../../base/result.ts');
  const inputs = await Promise.all(
    files.map(async (file) => {
      const lines = (await file.text()).split('\n').filter((line) => line !== '');
      return { name: file.name, open: () => ok(lines) };
    }),
  );
  const name = listed(files.map((file) => file.name));
  const refuse = (why: string): void => {
    const said = { name, why };
    const text =
      files.length === 1
        ? t('{name} was not opened; nothing has changed. {why}', said)
        : t('{name} were not opened; nothing has changed. {why}', said);
    app.notify('problem', text);
  };
  const read = readCampaignFiles(inputs);
  if (!read.ok) {
    refuse(sentence(read.error));
    return;
  }
  const { spec, report, notes } = read.value;
  if (report.runs === 0) {
    refuse(t('There is no whole block of runs to show.'));
    return;
  }
  const { own, form, workers } = explore.campaigns;
  own.open({ spec, report, file: files.length === 1 ? files[0] : null });
  const { draft, scenario } = draftOfCampaign(spec, app.store.getState().scenario, workers);
  form.setState({ draft });
  if (scenario !== null) app.edits.load(scenario);
  showPart(app, explore, 'campaign');
  const said = [
    t('The campaign in {name} is shown.', { name }),
    scenario === null ? '' : t('Its scenario is in the Lab; undo brings yours back.'),
    ...notes.map(sentence),
  ];
  app.notify('info', said.filter((one) => one !== '').join(' '));
}

/** A part of a sentence as one. */
function sentence(text: string): string {
  const first = capital(text);
  return first.endsWith('.') ? first : `${first}.`;
}
