import type { CampaignSpec } from '../../analysis/campaign/campaign.ts';
import type { CampaignReport } from '../../analysis/campaign/report.ts';
import { writeJson } from '../command.ts';
import type { Io } from '../io.ts';
import { campaignText } from './campaign-text.ts';
import { LOCAL_PAGE } from './link.ts';

interface CampaignOutput {
  readonly spec: CampaignSpec;
  readonly report: CampaignReport;
  /** A sentence on how fast it was, or ''; not part of the JSON, which is a function of the runs alone. */
  readonly pace: string;
  readonly json: boolean;
}

/** Prints the result of a campaign as JSON or as tables. */
export function writeCampaign(io: Io, { spec, report, pace, json }: CampaignOutput): void {
  if (json) writeJson(io, report);
  else io.out(campaignText(spec, report, { pace, page: LOCAL_PAGE }));
}
