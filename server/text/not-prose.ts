// What stands in a text without being prose: tags, placeholders, code, addresses, emoticons.
const ATTRIBUTE = /\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)/;
const TAG = new RegExp(`</?(?:[A-Za-z][\\w:-]*(?:${ATTRIBUTE.source})*\\s*|\\d+)/?>`);
const VARIABLE = /\{\{[^{}|]*\}\}|\$?\{\/?[\w.]+\/?\}|%(?:\d+\$|\([\w.]+\))?[sdif](?![\p{L}\p{N}])/u;
const CODE = /`[^`]*`|&[a-z]+;|&#\d+;/;
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"«»“”]*[^\s<>"«»“”.,;:!?)'’\]…*_]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const EMOTICON = /(?<![\p{L}\p{N}(])[:;=]['’]?-?[)(DPp|\\/](?![\p{L}\p{N}/])/u;

/** Every form that is not prose, the spaces that HTML spells out included. Global: for `replace` and `matchAll`. */
export const NOT_PROSE = either(TAG, VARIABLE, CODE, ADDRESS, EMOTICON);
/** HTML tags, and codes that no list knows. */
export const TAGS = either(TAG);
/** Placeholders: `{name}`, `{{name}}`, `${name}`, `{1}`, `{2/}`, `%s`, `%1$d`. */
export const PLACEHOLDERS = either(VARIABLE);
/** Addresses of pages and of mailboxes, without the punctuation behind them. */
export const ADDRESSES = either(ADDRESS);

function either(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'gu');
}

/** A cheap look before the dear one: none of the forms above goes without one of these. */
export const MAY_HOLD = /[<{%`&@:;=]|www\./;
