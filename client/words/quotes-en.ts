// The server writes English with a typewriter's quotation marks, as programs read it; people read printed ones.

/** The sentence with its straight pairs of quotation marks as printed ones; a mark that is itself quoted stays what it is. */
export const printed = (sentence: string): string => sentence.replace(/"("|[^"]*)"/g, '“$1”');
