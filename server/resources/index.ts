import type { FastifyInstance } from 'fastify'
import type { RuleEntry } from '../domain/rule.ts'
import type { SeedSection } from '../seeds/section.ts'
import { adAccountRoutes } from './ad-accounts/routes.ts'
import { adAccountRules } from './ad-accounts/rules.ts'
import { adAccountSeed } from './ad-accounts/seed.ts'
import { adGroupRoutes } from './ad-groups/routes.ts'
import { adGroupExists, adGroupListRules, adGroupRules, adGroupUpdateRules } from './ad-groups/rules.ts'
import { adGroupSeed } from './ad-groups/seed.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { campaignExists, campaignRules } from './campaigns/rules.ts'
import { campaignSeed } from './campaigns/seed.ts'
import { labelRoutes } from './labels/routes.ts'
import {
  applicationRules,
  entityIdsRules,
  labelAccessRules,
  labelExists,
  labeledCampaignRules,
  labelRules,
} from './labels/rules.ts'
import { labelSeed } from './labels/seed.ts'

/** One resource: its operations, every rule that it may refuse by, and its part of a seed. */
export interface Resource {
  readonly routes: (app: FastifyInstance) => void
  readonly rules: readonly RuleEntry[]
  readonly seed?: SeedSection
}

/** Every resource that is built. A new one is a folder beside these and a line here. */
export const resources: readonly Resource[] = [
  { routes: adAccountRoutes, rules: adAccountRules, seed: adAccountSeed },
  { routes: campaignRoutes, rules: [campaignExists, ...campaignRules], seed: campaignSeed },
  {
    routes: adGroupRoutes,
    rules: [adGroupExists, ...adGroupRules, ...adGroupUpdateRules, ...adGroupListRules],
    seed: adGroupSeed,
  },
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
    seed: labelSeed,
  },
]

/** Adds every resource's operations. */
export function addResources(app: FastifyInstance): void {
  for (const { routes } of resources) routes(app)
}

/** Every business rule there is. */
export const allRules: readonly RuleEntry[] = resources.flatMap(({ rules }) => rules)

/** What a seed may have, in the order in which entities are made: parents first. */
export const seedSections: readonly SeedSection[] = resources.flatMap(({ seed }) => seed ?? [])
