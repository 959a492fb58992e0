// Machine translation in English: the services, what goes to them, and what they were worth.
import { figuresOf } from './count.ts';

const f = figuresOf('en-GB');
const characters = (n: number) => f.count(n, 'character', 'characters');

export const providersEn = {
  providers: {
    title: 'Machine translation',
    about:
      'What the memory lacks can go to a service. It comes back as a suggestion, and a person decides. Services are set up in the settings of the installation.',
    services: 'Services',
    none: 'No service is set up: the memory alone fills, and the rest stays empty.',
    names: {
      deepl: 'DeepL',
      libretranslate: 'LibreTranslate',
      openai: 'Language model',
      none: 'The memory alone',
    } as Record<string, string>,
    roles: { chosen: 'fills', second: 'takes over when the first one fails', other: 'on request' },
    leaves: 'Texts leave this machine.',
    stays: 'Texts stay on this machine.',
    spent: (n: number) => `${characters(n)} this month.`,
    budget: (spent: number, most: number) => `${f.number(spent)} of ${characters(most)} of this month’s budget`,
    warnings: {
      'deepl-free':
        'This DeepL key is one of the free service: DeepL may keep the texts that it is sent and use them. Send it nothing that must stay inside.',
    } as Record<string, string>,
    ask: (name: string) => `Ask ${name}`,
    account: (used: number, limit: number | null) =>
      limit === null ? `${characters(used)} used` : `${f.number(used)} of ${characters(limit)} used in this period`,
    answers: 'It answers.',
    publish: (name: string) => `Give ${name} the memory…`,
    publishAbout: (name: string) =>
      `All that was approved here in one direction becomes a new translation memory in the desk’s ${name} account. What confidential articles taught stays on this machine.`,
    direction: 'Direction',
    publishGo: 'Publish',
    publishing: (name: string) => `Giving ${name} the memory`,
    published: (name: string, units: number) => `${f.count(units, 'pair', 'pairs')} published as “${name}”.`,
    nothingToPublish: 'Nothing was approved in this direction yet: nothing was sent.',
    held: (n: number) =>
      `${f.count(n, 'pair of a confidential article', 'pairs of confidential articles')} stayed here.`,
    worth: 'What it was worth here',
    worthAbout:
      'How close each service’s suggestions were to what was approved, by month of approval. chrF compares letters: 100 means that nothing was changed. Texts are counted, never people.',
    noWorth: 'No suggestion of a machine has been approved yet.',
    desk: 'Desk',
    allDesks: 'All desks',
    picture: (n: number, best: string) => `chrF by month and service, ${f.count(n, 'bar', 'bars')}; highest: ${best}`,
    bar: (name: string, chrf: string) => `${name}: ${chrf}`,
    columns: {
      month: 'Month',
      desk: 'Desk',
      service: 'Service and model',
      segments: 'Sentences',
      unchanged: 'Unchanged',
      edited: 'Letters changed',
      chrf: 'chrF',
    },
    figure: (n: number) => f.decimal(n),
    share: (part: number) => `${f.decimal(part * 100)}%`,
    month: f.month,
    fillTitle: (name: string) => `Send to ${name}?`,
    fillSends: (n: number, calls: number) =>
      `${f.count(n, 'sentence', 'sentences')} would go out, in ${f.count(calls, 'request', 'requests')}.`,
    fillCosts: (sent: number, billed: number) =>
      billed === 0
        ? `${characters(sent)}; the service bills none.`
        : `${characters(sent)}, of which ${f.number(billed)} billed.`,
    fillKnown: (n: number) => `The memory fills ${f.count(n, 'other', 'others')}.`,
    fillLeft: (n: number) => `${f.count(n, 'sentence stays', 'sentences stay')} empty.`,
    fillGo: 'Send and fill',
    memoryOnly: 'Memory alone',
    used: (before: number, after: number) => `account: ${f.number(before)} → ${characters(after)}`,
    confidential: 'Confidential',
    confidentialHint:
      'Nothing of it leaves this machine: no service outside of it is asked, and what it teaches goes nowhere.',
    nowConfidential: 'The article stays on this machine.',
    noLongerConfidential: 'The article may go to services again.',
    stops: {
      budget: 'The budget allows no more.',
      confidential: 'The article may not leave this machine.',
      'kept-inside': 'The article is confidential: no service outside this machine was asked.',
      'second-provider': 'The second service took over from the first.',
      'glossary-failed': 'The desk’s terms could not be given along.',
    } as Record<string, string>,
  },
};
