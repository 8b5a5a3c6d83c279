import type { Resource } from '#server/contracts/resource.ts'
import { idRange } from '#server/domain/ids.ts'
import { adAccounts } from '#server/resources/accounts/ad-accounts/resource.ts'
import { ads } from '../ads/resource.ts'
import { leadForms } from '../lead-forms/resource.ts'
import { leadSubscriptions } from '../lead-subscriptions/resource.ts'

/** The id range of leads. */
export const leadIdRange = idRange('lead', 3_217_400_000_000n)

/** The resource of leads: the answers of people to lead forms. Tests, seeds and test control create them. */
export const leads: Resource = {
  name: 'leads',
  parents: [adAccounts, ads, leadForms, leadSubscriptions],
  ids: [leadIdRange],
  operations: { 'lead_form_test/create': {} },
  routes: async () => (await import('./routes.ts')).leadRoutes,
  rules: async () => (await import('./rules.ts')).testAnswerRules,
  seed: async () => (await import('./seed.ts')).leadSeed,
}
