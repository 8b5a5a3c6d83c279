import type { Merchant } from '#server/domain/access/user.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** What the rules about the state of a business evaluate. */
export interface MerchantFacts {
  readonly merchant: Merchant
}

interface MerchantRefusal extends Pick<Rule<MerchantFacts>, 'evidence' | 'source' | 'code' | 'message' | 'violated'> {
  readonly literal?: true
  readonly passes: string
}

const hub = 'Please see business hub for more details. https://www.pinterest.com/business/hub/'
const otherStatus = 'A business with the merchant_status APPROVED, which direct edits of users set.'

/** Why a business may not do something with its catalogs, by the state that refuses it. */
const refusals = {
  'not-business': {
    evidence: 'documented',
    source: 'F89 (S523 feeds/create)',
    code: 654,
    message: 'You must have a business account to operate as merchant.',
    literal: true,
    passes: 'A user with the account_type BUSINESS.',
    violated: ({ merchant }) => merchant.account_type !== 'BUSINESS',
  },
  pending: {
    evidence: 'second-hand',
    source: 'F91, for the code; text and status are assumed',
    code: 4163,
    message: 'The account is not ready for a catalog yet.',
    literal: true,
    passes: otherStatus,
    violated: ({ merchant }) => merchant.merchant_status === 'PENDING',
  },
  disapproved: {
    evidence: 'documented',
    source: 'F87, F88',
    code: 2625,
    message: `Sorry, you cannot perform this action as your account has been disapproved. ${hub}`,
    literal: true,
    passes: otherStatus,
    violated: ({ merchant }) => merchant.merchant_status === 'DISAPPROVED',
  },
  'under-review': {
    evidence: 'observed',
    source: 'F87 of feeds/delete; S523 of the others',
    code: 2626,
    message: `We are reviewing your account. ${hub}`,
    literal: true,
    passes: otherStatus,
    violated: ({ merchant }) => merchant.merchant_status === 'UNDER_REVIEW',
  },
} as const satisfies Record<string, MerchantRefusal>

/**
 * Returns the rules that refuse an operation on catalogs with a 403 by the state of the business.
 *
 * @param prefix How the ids of the rules begin: `feed.create`.
 * @param known How the refusal is known of these operations, where that differs.
 */
export const merchantRules = (
  prefix: string,
  operations: readonly string[],
  states: readonly (keyof typeof refusals)[],
  known: Partial<Pick<MerchantRefusal, 'evidence' | 'source'>> = {},
): readonly Rule<MerchantFacts>[] =>
  states.map((state) => ({
    ...refusals[state],
    ...known,
    id: `${prefix}.${state}`,
    operations,
    fields: ['ad_account_id'],
    refuses: 'request',
    status: 403,
    terminal: true,
  }))
