import { setupI18n } from '@lingui/core';

import { compileMessage } from './message-format.ts';

/** Languages that Watchmen speaks. English is that of the messages in the code. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * Messages of one language: the English text to its translation, both in ICU message format. Where
 * one English word needs two, `context|text` stands in the place of the text.
 */
export type Messages = Readonly<Record<string, string>>;

/** What a message says of the moment; numbers as plain numbers where a plural depends on them. */
export type MessageValues = Readonly<Record<string, string | number>>;

/*
 * The one thing that is not handed from room to room. Sentences are made in all of them, and each
 * process, page or worker, speaks one language from its start to its end.
 */
export const i18n = setupI18n({ locale: 'en', messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage as Parameters<typeof i18n.setMessagesCompiler>[0]);

let spoken: Messages = {};

/** Speaks `language` from now on: called once, before anything is said. */
export function speak(language: Language, messages: Messages): void {
  spoken = messages;
  i18n.loadAndActivate({ locale: language, messages: { ...messages } });
}

/** Makes now what numbers are said with, which takes 20 ms, and not with the first sentence that has one. */
export function prepareToCount(): void {
  i18n.number(0);
}

/** The language that is spoken. */
export function spokenLanguage(): Language {
  return languageAsked(i18n.locale);
}

/** The messages of that language, as `speak` was given them. */
export function spokenMessages(): Messages {
  return spoken;
}

/** The language of that name; English where there is none. */
function languageAsked(name: string | null): Language {
  return LANGUAGES.find((language) => language === name) ?? 'en';
}

/**
 * `message`, written out in the code, in the language that is spoken, with `values` in the place of
 * its placeholders. Never at the top of a module, which runs before the language is known: tables
 * mark their messages with `msg` and have them said where they are read.
 */
export function t(message: string, values: MessageValues = {}, context?: string): string {
  const id = context === undefined ? message : `${context}|${message}`;
  return i18n._({ id, message, values });
}

/** Marks a message of a table that `t` says later; gives it back as it is. */
export function msg<const M extends string>(message: M): M {
  return message;
}

/** Marks a text that files and links carry, such as a title: the same in every language. */
export function asData<const T extends string>(text: T): T {
  return text;
}
