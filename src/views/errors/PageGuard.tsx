import { Component } from 'react';
import type { ReactNode } from 'react';

import { t } from '../../base/language.ts';
import type { AppStore } from '../../store/app-store.ts';
import { Guard } from '../shell/Guard.tsx';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

const Rescue = lazyPart(async () => (await import('./Rescue.tsx')).Rescue);

interface Props {
  readonly app: AppStore;
  readonly children: ReactNode;
}

interface State {
  readonly failure: readonly [error: unknown] | null;
}

/** Where the page as a whole fails, what the person works on is still there: this says so, and hands it out. */
export class PageGuard extends Component<Props, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: [error] };
  }

  override componentDidCatch(): void {
    // Nothing is under way any more that anybody could wait for.
    document.documentElement.dataset['idle'] = 'true';
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (failure === null) return this.props.children;
    return (
      <main id="main" className="waiting failed">
        <h1>Watchmen</h1>
        <p role="alert">
          {t('The page has failed. This is a fault of the page; what you work on is not lost.')}
        </p>
        <button type="button" className="text-button" onClick={() => window.location.reload()}>
          {t('Reload the page')}
        </button>
        <Guard name={t('What can be saved')} resetKey={null}>
          <Part waiting={null}>
            <Rescue app={this.props.app} error={failure[0]} />
          </Part>
        </Guard>
      </main>
    );
  }
}
