import { msg } from '../../../base/language.ts';
import type { StudyState } from '../../../store/study.ts';
import { useApp } from '../../shell/app-context.ts';
import { StudyFiles } from '../studies/StudyFiles.tsx';

const KINDS = [
  ['csv', msg('Every run, with its link (CSV)')],
  ['json', msg('Report: bounds, knees, findings (JSON)')],
] as const;

/** The results so far as files, and files as results. */
export function ScaleFiles({ state }: { readonly state: StudyState<'scalability'> }) {
  const { codec } = useApp();
  const { spec, results } = state;
  const make =
    spec === null || results.length === 0
      ? null
      : async (kind: 'csv' | 'json') =>
          (await import('./make-file.ts')).makeScaleFile({ spec, runs: results }, kind, codec);
  return <StudyFiles kinds={KINDS} make={make} />;
}
