import type { CauseChain, CauseLink } from '../../analysis/causes/chain.ts';
import { ACTIVITY } from '../../kernel/activities.ts';
import type { SpanStyle } from '../../kernel/activities.ts';

/** A stretch of a chain's bar: neighbours of one look are one. */
export interface BarPart {
  readonly style: SpanStyle;
  readonly replica: number;
  readonly from: number;
  readonly to: number;
}

/** How a link looks: what is done in it, a flight as the signal that it is. */
function styleOf(chain: CauseChain, link: CauseLink): SpanStyle {
  if (link.kind === 'poll') return 'polling';
  if (link.kind === 'work' || link.kind === 'slice') return ACTIVITY[link.activity].style;
  const kind = chain.clauses[link.clause]?.kind;
  return kind === 'release' || kind === 'resume' || kind === 'handle' ? 'signalOut' : 'signalIn';
}

/** The parts of a chain's bar, earliest first; they cover it without gaps. */
export function barParts(chain: CauseChain): readonly BarPart[] {
  const parts: BarPart[] = [];
  for (const link of chain.links) {
    const style = styleOf(chain, link);
    const replica = style === 'user' ? link.replica : -1;
    const last = parts.at(-1);
    if (last?.style === style && last.replica === replica)
      parts[parts.length - 1] = { ...last, to: link.to };
    else parts.push({ style, replica, from: link.from, to: link.to });
  }
  return parts;
}
