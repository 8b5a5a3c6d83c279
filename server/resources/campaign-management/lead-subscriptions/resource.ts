import type { Resource } from '#server/contracts/resource.ts'
import { namedErrors } from '#server/domain/errors/entry.ts'
import { assumedNotFound } from '#server/domain/errors/not-found.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { leadForms } from '../lead-forms/resource.ts'

/** The id range of lead subscriptions: 2601454930234223431 was recorded (F101); this is near an example of 5.23. */
export const leadSubscriptionIdRange = idRange('subscription', 8_078_432_025_000_000_000n)

/** The error for an unknown id of a lead subscription in a path. */
export const leadSubscriptionErrors = namedErrors({
  'lead_subscription.path': assumedNotFound('Lead subscription not found.'),
})

/** The resource of subscriptions to leads. */
export const leadSubscriptions: Resource = {
  name: 'lead_subscriptions',
  parents: [adAccounts, leadForms],
  tags: { lead_ads: 'Subscriptions to leads: webhooks to which the answers of people are delivered.' },
  ids: [leadSubscriptionIdRange],
  errors: leadSubscriptionErrors,
  operations: {
    'ad_accounts_subscriptions/get_list': {},
    'ad_accounts_subscriptions/post': {},
    'ad_accounts_subscriptions/get_by_id': {},
    'ad_accounts_subscriptions/del_by_id': {},
  },
  routes: async () => (await import('./routes.ts')).leadSubscriptionRoutes,
  rules: async () => (await import('./rules.ts')).leadSubscriptionRules,
  seed: async () => (await import('./seed.ts')).leadSubscriptionSeed,
  edits: async () => (await import('./admin.ts')).leadSubscriptionKind,
}
