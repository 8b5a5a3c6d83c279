/** What rules have in common of which no source says anything: they are choices of this project. */
export const assumed = { evidence: 'assumed', source: 'a decision of this project', code: 1 } as const
