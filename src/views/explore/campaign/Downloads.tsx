import { useState } from 'react';

import { t } from '../../../base/language.ts';
import type { CampaignSpec } from '../../../analysis/campaign/campaign.ts';
import type { CampaignReport } from '../../../analysis/campaign/report.ts';
import { campaignToCsv } from '../../../export/campaign-csv.ts';
import type { CampaignRunner } from '../../../store/campaign.ts';
import { useApp } from '../../shell/app-context.ts';
import { Icon } from '../../shell/icons.tsx';
import { commandText } from './command-text.ts';

interface Props {
  readonly runner: CampaignRunner;
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
}

/** The results as files, and the command that makes the same. */
export function Downloads({ runner, spec, report }: Props) {
  const { notify } = useApp();
  const csv = (): Blob => new Blob([[...campaignToCsv(report), ''].join('\n')]);
  const json = (): Blob => new Blob([`${JSON.stringify(report, null, 2)}\n`]);
  const saveRuns = (): void => {
    const file = runner.file();
    if (file === null) notify('info', t('The runs are in the files that were opened.'));
    else save(file, 'campaign.ndjson');
  };
  return (
    <section className="result downloads" aria-label={t('Files')}>
      <h3>{t('The same as files, and from the command line.')}</h3>
      <div className="row">
        <button type="button" className="text-button" onClick={saveRuns}>
          {t('Every run (NDJSON)')}
        </button>
        <button type="button" className="text-button" onClick={() => save(csv(), 'campaign.csv')}>
          {t('Counts (CSV)')}
        </button>
        <button type="button" className="text-button" onClick={() => save(json(), 'campaign.json')}>
          {t('Report (JSON)')}
        </button>
        <CopyCommand spec={spec} />
      </div>
    </section>
  );
}

function CopyCommand({ spec }: { readonly spec: CampaignSpec }) {
  const { codec } = useApp();
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const scenario = { ...spec.scenario, faults: [], faultRate: null };
    const command = commandText(spec, await codec.encode({ scenario, view: {} }));
    try {
      await navigator.clipboard.writeText(command);
      setSaid(t('Command copied'));
    } catch {
      // Where copying is not allowed, the command can still be read and typed.
      setSaid(command);
    }
  };
  return (
    <>
      <button type="button" className="text-button" onClick={() => void copy()}>
        <Icon name="copy" size={16} /> {t('Copy the command')}
      </button>
      <output className="command">{said}</output>
    </>
  );
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
