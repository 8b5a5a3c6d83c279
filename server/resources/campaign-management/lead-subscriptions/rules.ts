import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'

/** The facts that the rules about a new subscription evaluate. */
export interface SubscriptionFacts {
  readonly webhook_url: string
  readonly lead_form_id: string | null
  readonly formExists: boolean
  /** Whether the ad account has a subscription to the same lead form, or to all. */
  readonly isTaken: boolean
  /** Whether the URL is one that leads can be sent to: HTTPS, or HTTP on this machine. */
  readonly isSecure: boolean
}

const common = { operations: ['ad_accounts_subscriptions/post'], refuses: 'request', code: 1 } as const

/** Every rule about a new subscription; each refuses the request. */
export const leadSubscriptionRules: readonly Rule<SubscriptionFacts>[] = [
  {
    ...common,
    id: 'lead_subscription.webhook-url',
    fields: ['webhook_url'],
    evidence: 'documented',
    source: 'S523 ad_accounts_subscriptions/post; the message is assumed, and that HTTP passes on this machine',
    message: 'webhook_url must be an HTTPS URL; on this machine HTTP passes too.',
    sent: ({ webhook_url }) => webhook_url,
    violated: ({ isSecure }) => !isSecure,
  },
  {
    ...common,
    ...assumed,
    id: 'lead_subscription.form',
    essential: true,
    fields: ['lead_form_id'],
    message: 'lead_form_id is not a lead form of this ad account.',
    passes: 'The id of a lead form of this ad account, or none.',
    sent: ({ lead_form_id }) => lead_form_id,
    violated: ({ formExists }) => !formExists,
  },
  {
    ...common,
    id: 'lead_subscription.unique',
    fields: ['lead_form_id', 'webhook_url'],
    evidence: 'documented',
    source: 'F144; the message and the code are assumed',
    message: 'This ad account has a subscription to this lead form.',
    passes: 'A lead form without a subscription, or the deletion of the one that there is.',
    sent: ({ lead_form_id }) => lead_form_id,
    violated: ({ isTaken }) => isTaken,
  },
]
