import type { LocalText } from './text.ts';

/** The cast: every term that lessons lean on, with what it means in a sentence. */
export const TERMS = {
  core: {
    word: { en: 'core', de: 'Kern' },
    means: {
      en: 'One processor of the machine. It runs one thread at a time.',
      de: 'Ein Prozessor der Maschine. Er führt immer nur einen Thread aus.',
    },
  },
  'res-core': {
    word: { en: 'Res core', de: 'Res-Kern' },
    means: {
      en: 'A resilient core: hardware that is assumed to prevent or correct its own errors, and that is expensive.',
      de: 'Ein resilienter Kern: Hardware, von der man annimmt, dass sie eigene Fehler verhindert oder korrigiert, und die teuer ist.',
    },
  },
  'nonres-core': {
    word: { en: 'NonRes core', de: 'NonRes-Kern' },
    means: {
      en: 'An ordinary core, cheap and fast, that may compute something wrong.',
      de: 'Ein gewöhnlicher Kern, billig und schnell, der auch einmal falsch rechnen darf.',
    },
  },
  replica: {
    word: { en: 'replica', de: 'Replikat' },
    means: {
      en: 'One of several copies of the same program, with memory and a core of its own.',
      de: 'Eine von mehreren Kopien desselben Programms, mit eigenem Speicher und eigenem Kern.',
    },
  },
  trap: {
    word: { en: 'trap', de: 'Trap' },
    means: {
      en: 'The moment at which a program leaves user code for the kernel.',
      de: 'Der Augenblick, in dem ein Programm den Nutzercode verlässt und in den Kernel eintritt.',
    },
  },
  'externalization-event': {
    word: { en: 'externalization event', de: 'Externalisierungsereignis' },
    means: {
      en: 'A trap of a replicated program: something of its state could become visible outside.',
      de: 'Ein Trap eines replizierten Programms: Etwas von seinem Zustand könnte nach außen dringen.',
    },
  },
  'page-fault': {
    word: { en: 'page fault', de: 'Seitenfehler' },
    means: {
      en: 'A trap because the program touches memory that is not mapped yet. Nothing is wrong.',
      de: 'Ein Trap, weil das Programm Speicher anfasst, der noch nicht eingeblendet ist. Kaputt ist dabei nichts.',
    },
  },
  'system-call': {
    word: { en: 'system call', de: 'Systemaufruf' },
    means: {
      en: 'A trap because the program asks the system for something.',
      de: 'Ein Trap, weil das Programm etwas vom System will.',
    },
  },
  rendezvous: {
    word: { en: 'rendezvous', de: 'Rendezvous' },
    means: {
      en: 'The instant at which all replicas have arrived at the same event.',
      de: 'Der Zeitpunkt, zu dem alle Replikate beim selben Ereignis angekommen sind.',
    },
  },
  vote: {
    word: { en: 'vote', de: 'Abstimmung' },
    means: {
      en: 'The comparison of the states of all replicas; with three of them the majority is right.',
      de: 'Der Vergleich der Zustände aller Replikate; bei dreien hat die Mehrheit recht.',
    },
  },
  leader: {
    word: { en: 'leader', de: 'Führender' },
    means: {
      en: 'The replica that is served first, and in whose name the group speaks to the outside.',
      de: 'Das Replikat, das zuerst bedient wird und in dessen Namen die Gruppe nach außen spricht.',
    },
  },
  romain: {
    word: { en: 'Romain', de: 'Romain' },
    means: {
      en: 'The service that runs replicas: it manages their memory, passes on their system calls, and compares them.',
      de: 'Der Dienst, der Replikate betreibt: Er verwaltet ihren Speicher, reicht ihre Systemaufrufe weiter und vergleicht sie.',
    },
  },
  rcb: {
    word: { en: 'Reliable Computing Base (RCB)', de: 'Reliable Computing Base (RCB)' },
    means: {
      en: 'All hardware and software that must work correctly although errors happen.',
      de: 'Alles an Hard- und Software, was trotz auftretender Fehler richtig arbeiten muss.',
    },
  },
  ipi: {
    word: { en: 'inter-processor interrupt (IPI)', de: 'Inter-Prozessor-Interrupt (IPI)' },
    means: {
      en: 'An interrupt that one core sends to another.',
      de: 'Ein Interrupt, den ein Kern einem anderen schickt.',
    },
  },
  signalling: {
    word: { en: 'signalling', de: 'Signalisierung' },
    means: {
      en: 'How a replica on its core tells Romain on the Res core that it has trapped, and is told to go on.',
      de: 'Wie ein Replikat auf seinem Kern Romain auf dem Res-Kern mitteilt, dass es einen Trap hat, und wie es weitergeschickt wird.',
    },
  },
  overhead: {
    word: { en: 'overhead', de: 'Overhead' },
    means: {
      en: 'Extra run time compared with the same program without replication, in percent.',
      de: 'Zusätzliche Laufzeit gegenüber demselben Programm ohne Replikation, in Prozent.',
    },
  },
} as const satisfies Readonly<
  Record<string, { readonly word: LocalText; readonly means: LocalText }>
>;

/** Name of a term. */
export type TermName = keyof typeof TERMS;

/** All of them, in the order in which they are introduced. */
export const TERM_NAMES = Object.keys(TERMS) as readonly TermName[];
