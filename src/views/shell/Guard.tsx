import { Component } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';

interface Props {
  /** What stands here, for the message. */
  readonly name: string;
  /** When this changes the content is tried again. */
  readonly resetKey: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly failed: boolean;
  readonly resetKey: unknown;
}

/** Keeps the failure of one panel from taking the others with it; a new run tries again. */
export class Guard extends Component<Props, State> {
  override state: State = { failed: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { failed: false, resetKey };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <p role="alert" className="waiting">
        {t('{name} cannot be drawn. This is a fault of the page; the other parts still work.', {
          name: this.props.name,
        })}
      </p>
    );
  }
}
