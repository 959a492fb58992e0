// What the store of spending promises, as types.

/** A call of a translation service, before it is made. `characters` is what it would be billed for. */
export interface Spending {
  provider: string;
  characters: number;
  at: string;
}

/** What was sent to translation services. A call counts from before it is sent, so that one cut short counts as spent. */
export interface SpendingStore {
  /**
   * Notes a call and answers its id; null, with nothing noted, where the calls since `since` would come to more than `most`
   * characters with it.
   */
  spend(spending: Spending, limit: { since: string; most: number } | null): Promise<number | null>;
  /** Puts right what a call came to, once that is known. */
  settle(id: number, characters: number): Promise<void>;
  /** Characters by provider since a time. */
  spent(since: string): Promise<Record<string, number>>;
}
