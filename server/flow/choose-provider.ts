// Which provider may fill an article: the one that was named or is in use, unless the article must not leave this machine.
import { NotFound, UserError } from '../errors.ts';
import type { Provider } from '../providers/provider.ts';
import type { Stop } from './ask-provider.ts';
import type { Desk } from './desk.ts';

/** Who fills, who takes over, and what a person should know of the choice. */
export interface Choice {
  provider: Provider;
  second: Provider | null;
  notices: Stop[];
}

/**
 * Chooses for an article. Nobody takes over from a provider that was named. For a confidential article a provider outside
 * this machine gives way to one on it, or to none. Throws NotFound, and `confidential` (409) where such a provider was named.
 */
export async function chooseProviders(desk: Desk, articleId: number, name?: string): Promise<Choice> {
  const article = await desk.stores.articles.get(articleId);
  if (!article) throw new NotFound(`There is no article ${articleId}.`);
  const provider = desk.provider(name);
  const second = name === undefined ? (desk.second ?? null) : null;
  if (!article.confidential) return { provider, second, notices: [] };
  if (name !== undefined && provider.leaves)
    throw new UserError(
      'confidential',
      `Article ${articleId} must not leave this machine; ${name} is outside it.`,
      409,
    );
  const inside = second?.leaves ? null : second;
  if (!provider.leaves) return { provider, second: inside, notices: [] };
  const message = `The article is confidential: nothing of it went to ${provider.id}.`;
  return { provider: inside ?? desk.provider('none'), second: null, notices: [{ code: 'kept-inside', message }] };
}
