// Whether a text is French or English, from the small words that each cannot do without.
const FRENCH =
  /(?<![\p{L}])(?:le|la|les|des|une|et|est|dans|pour|que|qui|sur|avec|du|au|aux|ce|cette|son|ses|plus|pas|d|l|qu)(?![\p{L}])/giu;
const ENGLISH =
  /(?<![\p{L}])(?:the|of|and|to|in|is|that|for|with|on|as|it|was|by|are|has|its|from|this|have|will|at)(?![\p{L}])/giu;

/** `fr`, `en`, or null where the text is too short or too mixed to say. Looks at the first 5,000 characters. */
export function guessLanguage(text: string): 'fr' | 'en' | null {
  const head = text.slice(0, 5000);
  const french = head.match(FRENCH)?.length ?? 0;
  const english = head.match(ENGLISH)?.length ?? 0;
  if (french + english < 3) return null;
  if (french > 2 * english) return 'fr';
  return english > 2 * french ? 'en' : null;
}
