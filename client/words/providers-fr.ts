// La traduction automatique en français.
import { NNBSP as fine, NBSP as nb } from '../../server/text/typography.ts';
import { figuresOf } from './count.ts';
import type { providersEn } from './providers-en.ts';

const f = figuresOf('fr-FR');
const signs = (n: number) => f.count(n, 'caractère', 'caractères', 'de caractères');

export const providersFr: typeof providersEn = {
  providers: {
    title: 'Traduction automatique',
    about:
      'Ce qui manque à la mémoire peut aller à un service. Il en revient une suggestion, et une personne décide. Les services se règlent à l’installation.',
    services: 'Services',
    none: `Aucun service n’est réglé${nb}: la mémoire remplit seule, et le reste demeure vide.`,
    names: {
      deepl: 'DeepL',
      libretranslate: 'LibreTranslate',
      openai: 'Modèle de langue',
      none: 'La mémoire seule',
    },
    roles: { chosen: 'remplit', second: 'prend le relais quand le premier échoue', other: 'sur demande' },
    leaves: 'Les textes quittent cette machine.',
    stays: 'Les textes restent sur cette machine.',
    spent: (n) => `${signs(n)} ce mois-ci.`,
    budget: (spent, most) => `${f.number(spent)} sur ${signs(most)} du budget du mois`,
    warnings: {
      'deepl-free': `Cette clé DeepL est celle du service gratuit${nb}: DeepL peut garder les textes qu’il reçoit et s’en servir. Ne lui envoyez rien qui doive rester ici.`,
    },
    ask: (name) => `Interroger ${name}`,
    account: (used, limit) =>
      limit === null ? `${signs(used)} utilisés` : `${f.number(used)} sur ${signs(limit)} utilisés dans la période`,
    answers: 'Il répond.',
    publish: (name) => `Donner la mémoire à ${name}…`,
    publishAbout: (name) =>
      `Tout ce qui a été approuvé ici dans un sens devient une nouvelle mémoire de traduction dans le compte ${name} de la rédaction. Ce que les articles confidentiels ont appris reste sur cette machine.`,
    direction: 'Sens',
    publishGo: 'Publier',
    publishing: (name) => `Envoi de la mémoire à ${name}`,
    published: (name, units) =>
      `${f.count(units, 'paire publiée', 'paires publiées')} sous le nom «${nb}${name}${nb}».`,
    nothingToPublish: `Rien n’a encore été approuvé dans ce sens${nb}: rien n’a été envoyé.`,
    held: (n) =>
      `${f.count(n, 'paire d’un article confidentiel est restée ici', 'paires d’articles confidentiels sont restées ici')}.`,
    worth: 'Ce qu’elle a valu ici',
    worthAbout: `Ce que les suggestions de chaque service avaient de commun avec le texte approuvé, par mois d’approbation. Le chrF compare les lettres${nb}: 100 veut dire que rien n’a changé. Ce sont des textes que l’on compte, jamais des personnes.`,
    noWorth: 'Aucune suggestion d’une machine n’a encore été approuvée.',
    desk: 'Rédaction',
    allDesks: 'Toutes les rédactions',
    picture: (n, best) =>
      `chrF par mois et par service, ${f.count(n, 'barre', 'barres')}${fine}; la plus haute${nb}: ${best}`,
    bar: (name, chrf) => `${name}${nb}: ${chrf}`,
    columns: {
      month: 'Mois',
      desk: 'Rédaction',
      service: 'Service et modèle',
      segments: 'Phrases',
      unchanged: 'Inchangées',
      edited: 'Lettres changées',
      chrf: 'chrF',
    },
    figure: (n) => f.decimal(n),
    share: (part) => `${f.decimal(part * 100)}${nb}%`,
    month: f.month,
    fillTitle: (name) => `Envoyer à ${name}${fine}?`,
    fillSends: (n, calls) =>
      `${f.count(n, 'phrase partirait', 'phrases partiraient')}, en ${f.count(calls, 'requête', 'requêtes')}.`,
    fillCosts: (sent, billed) =>
      billed === 0
        ? `${signs(sent)}${fine}; le service n’en facture aucun.`
        : `${signs(sent)}, dont ${f.number(billed)} ${billed > 1 ? 'facturés' : 'facturé'}.`,
    fillKnown: (n) => `La mémoire en remplit ${f.count(n, 'autre', 'autres')}.`,
    fillLeft: (n) => `${f.count(n, 'phrase reste vide', 'phrases restent vides')}.`,
    fillGo: 'Envoyer et remplir',
    memoryOnly: 'La mémoire seule',
    used: (before, after) => `compte${nb}: ${f.number(before)} → ${signs(after)}`,
    confidential: 'Confidentiel',
    confidentialHint: `Rien n’en quitte cette machine${nb}: aucun service extérieur n’est consulté, et ce qu’il enseigne ne va nulle part.`,
    nowConfidential: 'L’article reste sur cette machine.',
    noLongerConfidential: 'L’article peut de nouveau aller aux services.',
    stops: {
      budget: 'Le budget n’en permet pas davantage.',
      confidential: 'L’article ne doit pas quitter cette machine.',
      'kept-inside': `L’article est confidentiel${nb}: aucun service extérieur n’a été consulté.`,
      'second-provider': 'Le second service a pris le relais du premier.',
      'glossary-failed': 'Les termes de la rédaction n’ont pas pu être transmis.',
    },
  },
};
