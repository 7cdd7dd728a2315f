import { useEffect, useState } from 'react';

import type { Scenario } from '../../scenario/scenario.ts';
import { useApp } from '../shell/app-context.ts';

/** The link to a run, without `#`; `null` = being written, or there is no run. */
export function useRunLink(scenario: Scenario | null): string | null {
  const { codec } = useApp();
  const [link, setLink] = useState<{ readonly of: Scenario; readonly fragment: string } | null>(
    null,
  );
  useEffect(() => {
    if (scenario === null) return undefined;
    let current = true;
    void codec.encode({ scenario, view: {} }).then((fragment) => {
      if (current) setLink({ of: scenario, fragment });
      return undefined;
    });
    return () => {
      current = false;
    };
  }, [codec, scenario]);
  return link !== null && link.of === scenario ? link.fragment : null;
}
