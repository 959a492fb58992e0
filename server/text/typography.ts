// Names for marks that are invisible, or easily taken for others. Elsewhere they stand by these names or, in the class of a
// regular expression, by their code; never as themselves.

/** No-break space, U+00A0: before « : », inside guillemets, between a number and its unit. */
export const NBSP = '\u00a0';
/** Narrow no-break space, U+202F: before « ; ! ? » and between groups of three digits in careful French. */
export const NNBSP = '\u202f';
/** Thin space, U+2009: breaks, unlike {@link NNBSP}. */
export const THIN_SPACE = '\u2009';
/** Figure space, U+2007: as wide as a digit, does not break. */
export const FIGURE_SPACE = '\u2007';
/** Zero-width no-break space, U+FEFF: the byte order mark where it opens a file. */
export const ZWNBSP = '\ufeff';
/** Word joiner, U+2060: no break here, no width. */
export const WORD_JOINER = '\u2060';
/** Zero-width joiner, U+200D: ties emoji and letters of some scripts. */
export const ZWJ = '\u200d';
/** Soft hyphen, U+00AD: shows only where a line breaks. */
export const SOFT_HYPHEN = '\u00ad';
/** No-break hyphen, U+2011. */
export const NB_HYPHEN = '\u2011';
/** En dash, U+2013. */
export const EN_DASH = '\u2013';
/** Em dash, U+2014: opens a line of French dialogue. */
export const EM_DASH = '\u2014';
/** Minus sign, U+2212. */
export const MINUS = '\u2212';
/** Ellipsis, U+2026, as one character. */
export const ELLIPSIS = '\u2026';
/** The typographic apostrophe, U+2019; also the closing single quotation mark. */
export const APOSTROPHE = '\u2019';
/** The opening single quotation mark, U+2018. */
export const OPEN_SINGLE_QUOTE = '\u2018';
/** The closing single quotation mark, U+2019: the same character as {@link APOSTROPHE}. */
export const CLOSE_SINGLE_QUOTE = '\u2019';
/** Every character that readers and typists use as an apostrophe, for use inside a regular expression's class. */
export const APOSTROPHES = "'\u2019\u2018\u201b\u02bc\u02b9\u2032\uff07`\u00b4";
/** Every double quotation mark, guillemets and single guillemets included, for use inside a regular expression's class. */
export const DOUBLE_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\u2033\uff02\u300c\u300d';
/** Characters that take no room and change no reading, for use inside a regular expression's class. */
export const ZERO_WIDTHS = '\u00ad\u200b\u2060\ufeff\u200e\u200f';
