// The default without a key: no machine. What the memory lacks stays visibly empty.
import type { Provider } from './provider.ts';

/** The provider that translates nothing: every call answers an empty list, and no text leaves this computer. */
export const none: Provider = {
  id: 'none',
  leaves: false,
  bills: false,
  warning: null,
  limits: { texts: 0, bytes: 0, calls: 0 },
  options: '',
  usesContext: false,
  usesHints: false,
  glossaries: null,
  publish: null,
  size: () => 0,
  translate: async () => [],
  usage: async () => null,
  health: async () => ({ ok: true, detail: 'No provider is configured; the memory alone fills.' }),
};
