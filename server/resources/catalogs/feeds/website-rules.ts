import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about websites evaluate. */
export interface WebsiteFacts {
  /** What the websites of the business come to; undefined where it needs none. */
  readonly websites: 'none' | 'unverified' | 'verified' | undefined
}

const website = {
  operations: ['feeds/create'],
  fields: ['ad_account_id'],
  refuses: 'request',
  status: 409,
  evidence: 'documented',
  source: 'F89 (S523 feeds/create)',
  literal: true,
  terminal: true,
} as const

/** Rules about the websites of a business with a new feed. */
export const websiteRules: readonly Rule<WebsiteFacts>[] = [
  {
    ...website,
    id: 'feed.create.website',
    code: 4168,
    message: 'User does not have a website.',
    passes: 'A business that has claimed a website: POST /v5/user_account/websites.',
    violated: ({ websites }) => websites === 'none',
  },
  {
    ...website,
    id: 'feed.create.website-verified',
    code: 4169,
    message: 'User does not have a verified website.',
    passes: 'A business that GET /v5/user_account/websites lists a verified website of.',
    violated: ({ websites }) => websites === 'unverified',
  },
]
