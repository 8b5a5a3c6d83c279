import type { Rule } from '#server/domain/rules/rule.ts'
import type { SsioAccount } from './account-schema.ts'
import type { InsertionOrderCreate } from './schema.ts'

/** The facts that the rules of creations evaluate: the request, and what the ad account has for insertion orders. */
export interface CreationFacts {
  readonly account: SsioAccount
  readonly sent: InsertionOrderCreate
}

const creating = {
  operations: ['ssio_insertion_order/create'],
  refuses: 'request',
  evidence: 'assumed',
  source: 'a decision of this project; S523 has the code for invalid requests',
  code: 400,
} as const

const companyOf = ({ account, sent }: CreationFacts) =>
  account.billto_infos.find(({ id }) => id === sent.billto_company_id)

const hasAddress = (facts: CreationFacts, purpose: string, address: string): boolean =>
  companyOf(facts)?.addresses.some((one) => one.purpose === purpose && one.address_id === address) ?? true

/** Rules about the creation of an order: what it refers to must be what ssio_accounts/get returns. */
export const creationRules: readonly Rule<CreationFacts>[] = [
  {
    ...creating,
    id: 'insertion_order.budget.required',
    fields: ['budget_amount', 'order_line_type'],
    evidence: 'documented',
    source: 'S523 SSIOInsertionOrderCommon; that a missing amount is refused is assumed',
    message: 'budget_amount is required where order_line_type is BUDGET.',
    violated: ({ sent }) => sent.order_line_type === 'BUDGET' && sent.budget_amount == null,
  },
  {
    ...creating,
    id: 'insertion_order.currency',
    fields: ['currency_info'],
    message: "currency_info must be the ad account's currency.",
    sent: ({ sent }) => sent.currency_info,
    violated: ({ sent, account }) => sent.currency_info !== account.currency,
  },
  {
    ...creating,
    id: 'insertion_order.company',
    fields: ['billto_company_id'],
    message: 'billto_company_id must be the id of a company of the ad account.',
    passes: 'An id of billto_infos, which GET /ad_accounts/{ad_account_id}/ssio/accounts returns.',
    sent: ({ sent }) => sent.billto_company_id,
    violated: (facts) => companyOf(facts) === undefined,
  },
  {
    ...creating,
    id: 'insertion_order.address.billing',
    fields: ['billto_billing_address_id'],
    message: 'billto_billing_address_id must be the id of a billing address of the company.',
    sent: ({ sent }) => sent.billto_billing_address_id,
    violated: (facts) => !hasAddress(facts, 'Billing', facts.sent.billto_billing_address_id),
  },
  {
    ...creating,
    id: 'insertion_order.address.business',
    fields: ['billto_business_address_id'],
    message: 'billto_business_address_id must be the id of a business address of the company.',
    sent: ({ sent }) => sent.billto_business_address_id,
    violated: (facts) => !hasAddress(facts, 'Business', facts.sent.billto_business_address_id),
  },
  {
    ...creating,
    id: 'insertion_order.terms',
    fields: ['accepted_terms_id'],
    message: 'accepted_terms_id must be the id of terms of the company.',
    sent: ({ sent }) => sent.accepted_terms_id,
    violated: (facts) => {
      const { io_terms_id, row_terms_id, us_terms_id } = companyOf(facts) ?? {}
      return (
        io_terms_id !== undefined && ![io_terms_id, row_terms_id, us_terms_id].includes(facts.sent.accepted_terms_id)
      )
    },
  },
  {
    ...creating,
    id: 'insertion_order.partner',
    fields: ['pmp_id'],
    message: 'pmp_id must be the id of a marketing partner of the ad account.',
    sent: ({ sent }) => sent.pmp_id,
    violated: ({ account, sent }) => !account.pmp_names.some(({ id }) => id === sent.pmp_id),
  },
]
