import { memo } from 'react';
import type { ReactNode } from 'react';

import type { FaultOutcome } from '../../../base/vocabulary.ts';

/** How each outcome is filled: grey for what needs no one, ink for Romain's work, red for harm. */
export const OUTCOME_FILLS: Readonly<Record<FaultOutcome, string>> = {
  masked: 'var(--kern-t)',
  'latent at end': 'url(#outcome-latent)',
  corrected: 'url(#outcome-corrected)',
  'detected, stopped': 'var(--work)',
  'crash contained': 'url(#outcome-crash)',
  hang: 'url(#outcome-hang)',
  'silent corruption': 'var(--fault)',
  'RCB failure': 'url(#outcome-rcb)',
};

/** The textures of outcomes, once for the whole screen. */
export const OutcomePatterns = memo(function OutcomePatterns() {
  return (
    <svg className="outcome-patterns" width={0} height={0} aria-hidden="true">
      <defs>
        <Texture id="outcome-latent" ground="var(--kern-t)" width={8} height={8}>
          <path d="M0 6L2 2L4 6L6 2L8 6" fill="none" stroke="var(--kern)" strokeWidth={1.3} />
        </Texture>
        <Texture id="outcome-corrected" ground="var(--work-t)" width={10} height={8}>
          <path d="M2 2.7H8M2 5.3H8" stroke="var(--work)" strokeWidth={1.5} />
        </Texture>
        <Texture id="outcome-crash" ground="var(--work-t)" width={6} height={6}>
          <path d="M0 0L6 6M6 0L0 6" stroke="var(--kern)" strokeWidth={1.2} />
        </Texture>
        <Texture id="outcome-hang" ground="var(--panel)" width={8} height={8}>
          <path d="M0 4H8" stroke="var(--kern)" strokeWidth={1.6} />
        </Texture>
        <Texture id="outcome-rcb" ground="var(--fault-t)" width={6} height={6}>
          <path d="M0 0L6 6M6 0L0 6" stroke="var(--fault)" strokeWidth={1.3} />
        </Texture>
      </defs>
    </svg>
  );
});

interface TextureProps {
  readonly id: string;
  readonly ground: string;
  readonly width: number;
  readonly height: number;
  readonly children: ReactNode;
}

function Texture({ id, ground, width, height, children }: TextureProps) {
  return (
    <pattern id={id} width={width} height={height} patternUnits="userSpaceOnUse">
      <rect width={width} height={height} fill={ground} />
      {children}
    </pattern>
  );
}

/** The swatch of an outcome in legends and lists. */
export const OutcomeSwatch = memo(function OutcomeSwatch({
  outcome,
}: {
  readonly outcome: FaultOutcome;
}) {
  return (
    <svg className="swatch" width={18} height={12} aria-hidden="true">
      <rect x={0.5} y={0.5} width={17} height={11} fill={OUTCOME_FILLS[outcome]} />
    </svg>
  );
});
