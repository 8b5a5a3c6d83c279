import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about brand accounts evaluate. */
export interface BrandAccountFacts {
  readonly username: string | undefined
  /** Whether another user has the name. */
  readonly isTaken: boolean
}

const form = /^[A-Za-z0-9_]{3,30}$/

const request = {
  ...assumed,
  operations: ['brand_accounts/create', 'brand_accounts/update'],
  fields: ['username'],
  refuses: 'request',
  code: 400,
  essential: true,
  source: 'S523 brand_accounts/create for the code and the text; what is refused is assumed',
  message: 'Invalid parameters.',
  literal: true,
  sent: ({ username }: BrandAccountFacts) => username,
  when: ({ username }: BrandAccountFacts) => username !== undefined,
} as const satisfies Partial<Rule<BrandAccountFacts>>

/** Rules about brand accounts; each refuses the request. */
export const brandAccountRules: readonly Rule<BrandAccountFacts>[] = [
  {
    ...request,
    id: 'brand_account.username.form',
    passes: 'A username of 3 to 30 letters, digits and underscores.',
    violated: ({ username = '' }) => !form.test(username),
  },
  {
    ...request,
    id: 'brand_account.username.free',
    passes: 'A username that no user of this world has.',
    violated: ({ isTaken }) => isTaken,
  },
]
