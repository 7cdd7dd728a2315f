import { useState } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import { PRESETS, titleOf } from '../../scenario/presets.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { programName } from '../scenario/workload-names.ts';
import { useAppState } from '../shell/app-context.ts';
import { BrandMark } from '../shell/icons.tsx';
import { useSaid } from '../shell/use-said.ts';
import { wholePage } from './whole-page.ts';

interface Props {
  readonly title: string;
  /** Is it the first heading of the page? */
  readonly heading?: boolean;
  /** What the page says in passing. */
  readonly said?: string;
  readonly children?: ReactNode;
}

/** The lower edge of a frame: what it shows, and the way to the whole page. */
export function Strip({ title, heading = false, said = '', children }: Props) {
  const [address, setAddress] = useState(() => wholePage(window.location.href));
  // The address follows what is shown a little later than the picture does.
  const refresh = (): void => setAddress(wholePage(window.location.href));
  return (
    <footer className="embed-strip">
      <BrandMark />
      {heading ? <h1 className="embed-title">{title}</h1> : <b className="embed-title">{title}</b>}
      <output className="embed-said quiet">{said}</output>
      <span className="grow" />
      {children}
      <a
        className="text-button"
        href={address}
        target="_blank"
        rel="noopener"
        onPointerEnter={refresh}
        onPointerDown={refresh}
        onFocus={refresh}
      >
        {t('Open in Watchmen')}
      </a>
    </footer>
  );
}

/** The strip below a run. */
export function RunStrip({ children }: { readonly children?: ReactNode }) {
  const said = useSaid();
  const title = useAppState(({ scenario }) => scenarioName(scenario));
  return (
    <Strip title={title} heading said={said}>
      <span className="embed-hint quiet">{t('Click to scroll and zoom in here')}</span>
      {children}
    </Strip>
  );
}

/** The title of a scenario, or what it runs where it has none. */
export function scenarioName({ title, apps }: Scenario): string {
  const [first] = apps;
  if (title === '' && first !== undefined) return programName(first);
  const preset = PRESETS.find((one) => one.scenario.title === title);
  return preset === undefined ? title : titleOf(preset);
}
