import { speak, spokenLanguage, spokenMessages } from '../base/language.ts';
import type { Language, Messages } from '../base/language.ts';

/**
 * The first message to a worker that is to speak another language than English. The messages come
 * along: the page has them already, and a worker's own copy would be loaded, or lie in the single
 * file, once for each kind of worker.
 */
export interface SpeakRequest {
  readonly kind: 'speak';
  readonly language: Language;
  readonly messages: Messages;
}

/** Has a new worker speak the language of the page; gives it back. */
export function inPageLanguage<W extends { postMessage(message: SpeakRequest): void }>(
  worker: W,
): W {
  const language = spokenLanguage();
  if (language !== 'en') {
    worker.postMessage({ kind: 'speak', language, messages: spokenMessages() });
  }
  return worker;
}

/** In a worker: `take`, which hears every message but that about its language. */
export function onceSpoken<T extends { readonly kind: string }>(
  take: (message: T) => void,
): (message: T | SpeakRequest) => void {
  return (message) => {
    if (isSpeak(message)) speak(message.language, message.messages);
    else take(message);
  };
}

function isSpeak(message: { readonly kind: string }): message is SpeakRequest {
  return message.kind === 'speak';
}
