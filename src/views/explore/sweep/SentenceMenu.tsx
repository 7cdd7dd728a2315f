import { useContext, useRef } from 'react';
import type { ReactNode } from 'react';

import { Icon } from '../../shell/icons.tsx';
import { useMenu } from '../../shell/use-menu.ts';
import { SentenceProblem } from './sentence-problem.ts';

interface Props {
  /** What the part of the sentence says something of. */
  readonly name: string;
  readonly text: string;
  /** Stands before the text. */
  readonly face?: ReactNode;
  /** Something in it cannot be. */
  readonly wrong: boolean;
  readonly children: ReactNode;
}

/** A part of the sentence that opens its fields below it. */
export function SentenceMenu({ name, text, face, wrong, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  const problem = useContext(SentenceProblem);
  useMenu(menu);
  return (
    <details ref={menu} className="menu sentence-menu" name="sweep-sentence">
      <summary
        className={wrong ? 'sentence-part wrong' : 'sentence-part'}
        aria-label={`${name}: ${text}`}
      >
        {face}
        {text}
        <Icon name="down" size={12} />
      </summary>
      <div className="menu-list sentence-fields">
        {children}
        {/* The list of problems may lie below the fields. */}
        {problem !== '' && <p className="field-problem">{problem}</p>}
      </div>
    </details>
  );
}
