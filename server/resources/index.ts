import type { FastifyInstance } from 'fastify'
import type { RuleEntry } from '../domain/rule.ts'
import { adAccountRoutes } from './ad-accounts/routes.ts'
import { adAccountRules } from './ad-accounts/rules.ts'
import { adGroupRoutes } from './ad-groups/routes.ts'
import { adGroupExists, adGroupListRules, adGroupRules, adGroupUpdateRules } from './ad-groups/rules.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { campaignExists, campaignRules } from './campaigns/rules.ts'
import { labelRoutes } from './labels/routes.ts'
import {
  applicationRules,
  entityIdsRules,
  labelAccessRules,
  labelExists,
  labeledCampaignRules,
  labelRules,
} from './labels/rules.ts'

/** One resource: its operations, and every rule that it may refuse by. */
export interface Resource {
  readonly routes: (app: FastifyInstance) => void
  readonly rules: readonly RuleEntry[]
}

/** Every resource that is built. A new one is a folder beside these and a line here. */
export const resources: readonly Resource[] = [
  { routes: adAccountRoutes, rules: adAccountRules },
  { routes: campaignRoutes, rules: [campaignExists, ...campaignRules] },
  { routes: adGroupRoutes, rules: [adGroupExists, ...adGroupRules, ...adGroupUpdateRules, ...adGroupListRules] },
  {
    routes: labelRoutes,
    rules: [
      ...labelAccessRules,
      labelExists,
      ...labelRules,
      ...labeledCampaignRules,
      ...applicationRules,
      ...entityIdsRules,
    ],
  },
]

/** Adds every resource's operations. */
export function addResources(app: FastifyInstance): void {
  for (const { routes } of resources) routes(app)
}

/** Every business rule there is. */
export const allRules: readonly RuleEntry[] = resources.flatMap(({ rules }) => rules)
