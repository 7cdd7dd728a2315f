import { Component } from 'react';
import type { ReactNode } from 'react';

import { Failure } from '../errors/Failure.tsx';
import { tryPartsAgain } from './lazy-part.tsx';

interface Props {
  /** What stands here, for the message. */
  readonly name: string;
  /** When this changes the content is tried again. */
  readonly resetKey: unknown;
  /** Takes the failure where a message cannot stand in the place of the content. */
  readonly onFail?: (error: unknown) => void;
  readonly children: ReactNode;
}

interface State {
  /** In a list of one, as anything may be thrown; `null` = nothing has failed. */
  readonly failure: readonly [error: unknown] | null;
  readonly resetKey: unknown;
}

/** Keeps the failure of one panel from taking the others with it; it is tried again with a new run, or when asked to. */
export class Guard extends Component<Props, State> {
  override state: State = { failure: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: [error] };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { failure: null, resetKey };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFail?.(error);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    const { name, children, onFail } = this.props;
    if (failure === null) return children;
    if (onFail !== undefined) return null;
    const retry = (): void => {
      tryPartsAgain();
      this.setState({ failure: null });
    };
    return <Failure name={name} error={failure[0]} onRetry={retry} />;
  }
}
