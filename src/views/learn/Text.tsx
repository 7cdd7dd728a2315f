import { spokenLanguage } from '../../base/language.ts';
import { shownText } from '../../lessons/play.ts';
import type { LocalText } from '../../lessons/text.ts';
import { useLessonsState } from './lessons-context.ts';

const NO_VALUES = {};

/** A text of a lesson in the language of the page, with what the kernel measured. */
export function Text({ text }: { readonly text: LocalText }) {
  const values = useLessonsState(({ answers }) => answers?.values ?? NO_VALUES);
  // The spans of a text are never put in another order.
  const spans = shownText(text, spokenLanguage(), values).map(({ kind, text: words }, at) => ({
    kind,
    words,
    at,
  }));
  return spans.map(({ kind, words, at }) => {
    if (kind === 'emphasis') return <em key={at}>{words}</em>;
    return kind === 'value' ? (
      <b key={at} className="lesson-value">
        {words}
      </b>
    ) : (
      <span key={at}>{words}</span>
    );
  });
}
