import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { creationRules } from './creation-rules.ts'

/** The facts about an order that the rules of creations and edits evaluate, after the change. */
export interface OrderFacts {
  readonly isEligible: boolean
  readonly start_date: string
  readonly end_date: string | null
  readonly budget_amount: number | null
}

/** The order that an edit names; undefined for ids of no order, and of several. */
export interface NamedOrderFacts {
  readonly found: unknown
}

/** Amounts from which on micro-currency is no exact number. */
const largest = 9_000_000_000

const invalid = {
  refuses: 'request',
  evidence: 'assumed',
  source: 'a decision of this project; S523 has the code for invalid requests',
  code: 400,
} as const
const editing = { ...invalid, operations: ['ssio_insertion_order/edit'] } as const
const both = { ...invalid, operations: ['ssio_insertion_order/create', 'ssio_insertion_order/edit'] } as const

/** Rules about an order, after a creation or an edit. */
export const orderRules: readonly Rule<OrderFacts>[] = [
  {
    ...both,
    id: 'insertion_order.eligible',
    fields: ['ad_account_id'],
    message: 'The ad account is not eligible for insertion orders: its billing is disabled.',
    passes: 'An ad account without the feature billing_disabled.',
    violated: ({ isEligible }) => !isEligible,
  },
  {
    ...both,
    id: 'insertion_order.budget.amount',
    fields: ['budget_amount'],
    message: `budget_amount must be more than 0 and at most ${largest}.`,
    sent: ({ budget_amount }) => budget_amount,
    violated: ({ budget_amount }) => budget_amount !== null && !(budget_amount > 0 && budget_amount <= largest),
  },
  {
    ...both,
    id: 'insertion_order.dates',
    fields: ['end_date', 'start_date'],
    message: 'end_date must not be before start_date.',
    sent: ({ end_date }) => end_date,
    violated: ({ start_date, end_date }) => end_date !== null && end_date < start_date,
  },
]

/** Rules about the order that an edit names. */
export const namedOrderRules: readonly Rule<NamedOrderFacts>[] = [
  {
    ...editing,
    id: 'insertion_order.edit.named',
    fields: ['salesforce_order_id', 'salesforce_order_line_id', 'ads_manager_order_line_id'],
    message:
      'salesforce_order_id, salesforce_order_line_id or ads_manager_order_line_id must name an insertion order, and all that are sent the same one.',
    passes: 'A pin_order_id that GET /ad_accounts/{ad_account_id}/ssio/order_lines returns.',
    essential: true,
    violated: ({ found }) => found === undefined,
  },
]

/** Every rule about insertion orders. */
export const insertionOrderRules: readonly RuleEntry[] = [...creationRules, ...orderRules, ...namedOrderRules]
