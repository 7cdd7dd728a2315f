import { speak, spokenLanguage } from '../base/language.ts';
import type { Language } from '../base/language.ts';
import { loadMessages } from '../locales/load.ts';

/** The first message to a worker that is to speak another language than English. */
export interface SpeakRequest {
  readonly kind: 'speak';
  readonly language: Language;
}

/** Has a new worker speak the language of the page; gives it back. */
export function inPageLanguage<W extends { postMessage(message: SpeakRequest): void }>(
  worker: W,
): W {
  const language = spokenLanguage();
  if (language !== 'en') worker.postMessage({ kind: 'speak', language });
  return worker;
}

/** In a worker: `take`, which then hears every message in turn, but none before its language is there. */
export function onceSpoken<T extends { readonly kind: string }>(
  take: (message: T) => void,
): (message: T | SpeakRequest) => void {
  let ready: Promise<void> | null = null;
  return (message) => {
    if (isSpeak(message)) {
      const { language } = message;
      ready = loadMessages(language).then((messages) => speak(language, messages));
    } else if (ready === null) take(message);
    else void ready.then(() => take(message));
  };
}

function isSpeak(message: { readonly kind: string }): message is SpeakRequest {
  return message.kind === 'speak';
}
