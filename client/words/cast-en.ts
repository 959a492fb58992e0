// The roles of blocks, in English.
export const castEn = {
  cast: {
    role: 'Role in the article',
    short: 'Role',
    roleOf: (text: string) => `Role of “${text}”`,
    hint: 'What this paragraph is; as page furniture it is not translated',
    changed: (role: string) => `Role: ${role}.`,
  },
};
