import type { FastifyInstance } from 'fastify'
import type { RuleEntry } from '../domain/rule.ts'
import type { EntityKind } from '../edits/kind.ts'
import type { SeedSection } from '../seeds/section.ts'
import { adAccountKind } from './ad-accounts/edits.ts'
import { adAccountRoutes } from './ad-accounts/routes.ts'
import { adAccountRules } from './ad-accounts/rules.ts'
import { adAccountSeed } from './ad-accounts/seed.ts'
import { adGroupEstimateRoutes } from './ad-group-estimates/routes.ts'
import { adGroupKind } from './ad-groups/edits.ts'
import { adGroupRoutes } from './ad-groups/routes.ts'
import { adGroupExists, adGroupListRules, adGroupRules, adGroupUpdateRules } from './ad-groups/rules.ts'
import { adGroupSeed } from './ad-groups/seed.ts'
import { adPreviewRoutes } from './ad-previews/routes.ts'
import { adPreviewRules } from './ad-previews/rules.ts'
import { adKind } from './ads/edits.ts'
import { adRoutes } from './ads/routes.ts'
import { adExists, adListRules, adRules } from './ads/rules.ts'
import { adSeed } from './ads/seed.ts'
import { audienceKind } from './audiences/edits.ts'
import { audienceRoutes } from './audiences/routes.ts'
import { audienceRules } from './audiences/rules.ts'
import { audienceSeed } from './audiences/seed.ts'
import { boardSectionRoutes } from './board-sections/routes.ts'
import { boardSectionSeed } from './board-sections/seed.ts'
import { boardRoutes } from './boards/routes.ts'
import { boardCreateRules, boardUpdateRules } from './boards/rules.ts'
import { boardSeed } from './boards/seed.ts'
import { campaignKind } from './campaigns/edits.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { campaignExists, campaignRules } from './campaigns/rules.ts'
import { campaignSeed } from './campaigns/seed.ts'
import { conversionEventRoutes } from './conversion-events/routes.ts'
import { eventRules, eventsRules } from './conversion-events/rules.ts'
import { conversionTagKind } from './conversion-tags/edits.ts'
import { conversionTagRoutes } from './conversion-tags/routes.ts'
import { conversionTagSeed } from './conversion-tags/seed.ts'
import { customerListUploadRoutes } from './customer-list-uploads/routes.ts'
import { uploadRules } from './customer-list-uploads/rules.ts'
import { customerListUploadSeed } from './customer-list-uploads/seed.ts'
import { customerListKind } from './customer-lists/edits.ts'
import { customerListRoutes } from './customer-lists/routes.ts'
import { customerListRules } from './customer-lists/rules.ts'
import { customerListSeed } from './customer-lists/seed.ts'
import { keywordKind } from './keywords/edits.ts'
import { keywordRoutes } from './keywords/routes.ts'
import {
  keywordExists,
  keywordListRules,
  keywordParentExists,
  keywordRules,
  keywordUpdateRules,
} from './keywords/rules.ts'
import { keywordSeed } from './keywords/seed.ts'
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
import { lookupRoutes } from './lookups/routes.ts'
import { mediaKind } from './media/edits.ts'
import { mediaRoutes } from './media/routes.ts'
import { mediaSeed } from './media/seed.ts'
import { oauthRoutes } from './oauth/routes.ts'
import { orderLineKind } from './order-lines/edits.ts'
import { orderLineRoutes } from './order-lines/routes.ts'
import { orderLineSeed } from './order-lines/seed.ts'
import { pinKind } from './pins/edits.ts'
import { pinRoutes } from './pins/routes.ts'
import { pinCreateRules, pinUpdateRules } from './pins/rules.ts'
import { pinSeed } from './pins/seed.ts'
import { promotionKind } from './product-group-promotions/edits.ts'
import { promotionRoutes } from './product-group-promotions/routes.ts'
import { promotionExists, promotionListRules, promotionRules } from './product-group-promotions/rules.ts'
import { promotionSeed } from './product-group-promotions/seed.ts'
import { targetingOptionRoutes } from './targeting-options/routes.ts'
import { targetingTemplateKind } from './targeting-templates/edits.ts'
import { targetingTemplateRoutes } from './targeting-templates/routes.ts'
import { targetingTemplateRules } from './targeting-templates/rules.ts'
import { targetingTemplateSeed } from './targeting-templates/seed.ts'
import { termRoutes } from './terms/routes.ts'
import { termsOfServiceRoutes } from './terms-of-service/routes.ts'
import { trendingKeywordRoutes } from './trending-keywords/routes.ts'
import { userAccountRoutes } from './user-account/routes.ts'
import { userSeed } from './users/seed.ts'

/** One resource: its operations, every rule that it may refuse by, and its part of a seed. */
export interface Resource {
  readonly routes?: (app: FastifyInstance) => void
  readonly rules: readonly RuleEntry[]
  readonly seed?: SeedSection
  /** What test control may do to its entities. */
  readonly edits?: EntityKind
}

/** Every resource that is built. A new one is a folder beside these and a line here. */
export const resources: readonly Resource[] = [
  { rules: [], seed: userSeed },
  { routes: oauthRoutes, rules: [] },
  { routes: adAccountRoutes, rules: adAccountRules, seed: adAccountSeed, edits: adAccountKind },
  { routes: boardRoutes, rules: [...boardCreateRules, ...boardUpdateRules], seed: boardSeed },
  { routes: boardSectionRoutes, rules: [], seed: boardSectionSeed },
  { routes: mediaRoutes, rules: [], seed: mediaSeed, edits: mediaKind },
  { routes: pinRoutes, rules: [...pinCreateRules, ...pinUpdateRules], seed: pinSeed, edits: pinKind },
  { routes: userAccountRoutes, rules: [] },
  { routes: conversionTagRoutes, rules: [], seed: conversionTagSeed, edits: conversionTagKind },
  { routes: conversionEventRoutes, rules: [...eventsRules, ...eventRules] },
  { routes: customerListRoutes, rules: customerListRules, seed: customerListSeed, edits: customerListKind },
  { routes: customerListUploadRoutes, rules: uploadRules, seed: customerListUploadSeed },
  { routes: audienceRoutes, rules: audienceRules, seed: audienceSeed, edits: audienceKind },
  { routes: orderLineRoutes, rules: [], seed: orderLineSeed, edits: orderLineKind },
  { routes: campaignRoutes, rules: [campaignExists, ...campaignRules], seed: campaignSeed, edits: campaignKind },
  {
    routes: targetingTemplateRoutes,
    rules: targetingTemplateRules,
    seed: targetingTemplateSeed,
    edits: targetingTemplateKind,
  },
  {
    routes: adGroupRoutes,
    rules: [adGroupExists, ...adGroupRules, ...adGroupUpdateRules, ...adGroupListRules],
    seed: adGroupSeed,
    edits: adGroupKind,
  },
  { routes: adRoutes, rules: [adExists, ...adRules, ...adListRules], seed: adSeed, edits: adKind },
  { routes: adPreviewRoutes, rules: adPreviewRules },
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
  {
    routes: keywordRoutes,
    rules: [keywordParentExists, ...keywordRules, keywordExists, ...keywordUpdateRules, ...keywordListRules],
    seed: keywordSeed,
    edits: keywordKind,
  },
  { routes: trendingKeywordRoutes, rules: [] },
  { routes: lookupRoutes, rules: [] },
  { routes: targetingOptionRoutes, rules: [] },
  { routes: termRoutes, rules: [] },
  { routes: termsOfServiceRoutes, rules: [] },
  { routes: adGroupEstimateRoutes, rules: [] },
  {
    routes: promotionRoutes,
    rules: [promotionExists, ...promotionRules, ...promotionListRules],
    seed: promotionSeed,
    edits: promotionKind,
  },
]

/** Adds every resource's operations. */
export function addResources(app: FastifyInstance): void {
  for (const { routes } of resources) routes?.(app)
}

/** Every business rule there is. */
export const allRules: readonly RuleEntry[] = resources.flatMap(({ rules }) => rules)

/** What a seed may have, in the order in which entities are made: parents first. */
export const seedSections: readonly SeedSection[] = resources.flatMap(({ seed }) => seed ?? [])

/** What test control may put into another state. */
export const entityKinds: readonly EntityKind[] = resources.flatMap(({ edits }) => edits ?? [])
