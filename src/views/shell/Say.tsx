import { I18nProvider, Trans } from '@lingui/react';
import type { ReactElement } from 'react';

import { i18n } from '../../base/language.ts';
import type { MessageValues } from '../../base/language.ts';

interface Props {
  /** Marked with `msg`; what `<name>…</name>` encloses stands in the part of that name. */
  readonly message: string;
  readonly values?: MessageValues;
  readonly parts: Readonly<Record<string, ReactElement>>;
}

const NO_VALUES: MessageValues = {};

/** A message with elements in it, such as keys or buttons; a message of words alone is said by `t`. */
export function Say({ message, values = NO_VALUES, parts }: Props) {
  return (
    <I18nProvider i18n={i18n}>
      <Trans id={message} message={message} values={values} components={parts} />
    </I18nProvider>
  );
}
