// Other engines, as they were measured on the memory that the benchmark uses.

/** Measured on the same memory and queries, each engine at its own 70 %: share answered (%), chrF of the first suggestion. */
export const PEERS: [name: string, share: number, chrf: number][] = [
  ['pg_trgm GIN', 28.2, 79.7],
  ['translate-toolkit', 32.1, 70.4],
  ['word edit distance', 34.4, 76.4],
  ['SYSTRAN fuzzy-match', 36.0, 73.6],
  ['OmegaT', 37.0, 71.3],
  ['flexsearch + rerank', 37.0, 78.2],
  ['SYSTRAN, all', 38.0, 73.0],
  ['Levenshtein, letters', 40.2, 74.4],
  ['FTS5 + rerank', 41.1, 76.0],
];
