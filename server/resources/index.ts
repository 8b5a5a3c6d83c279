import type { RuleEntry } from '../domain/rule.ts'
import type { EntityKind } from '../edits/kind.ts'
import type { SeedSection } from '../seeds/section.ts'
import { adAccountKind } from './ad-accounts/edits.ts'
import { adAccountRules } from './ad-accounts/rules.ts'
import { adAccountSeed } from './ad-accounts/seed.ts'
import { adGroupKind } from './ad-groups/edits.ts'
import { adGroupExists, adGroupListRules, adGroupRules, adGroupUpdateRules } from './ad-groups/rules.ts'
import { adGroupSeed } from './ad-groups/seed.ts'
import { adPreviewRules } from './ad-previews/rules.ts'
import { adKind } from './ads/edits.ts'
import { adExists, adRules } from './ads/rules.ts'
import { adSeed } from './ads/seed.ts'
import { audienceKind } from './audiences/edits.ts'
import { audienceRules } from './audiences/rules.ts'
import { audienceSeed } from './audiences/seed.ts'
import { boardSectionCreateRules, boardSectionUpdateRules } from './board-sections/rules.ts'
import { boardSectionSeed } from './board-sections/seed.ts'
import { boardCreateRules, boardDeleteRules, boardUpdateRules } from './boards/rules.ts'
import { boardSeed } from './boards/seed.ts'
import { campaignKind } from './campaigns/edits.ts'
import { campaignExists, campaignRules } from './campaigns/rules.ts'
import { campaignSeed } from './campaigns/seed.ts'
import { eventRules } from './conversion-events/rules.ts'
import { conversionTagKind } from './conversion-tags/edits.ts'
import { conversionTagSeed } from './conversion-tags/seed.ts'
import { customerListUploadKind } from './customer-list-uploads/edits.ts'
import { uploadRules } from './customer-list-uploads/rules.ts'
import { customerListUploadSeed } from './customer-list-uploads/seed.ts'
import { customerListKind } from './customer-lists/edits.ts'
import { customerListRules } from './customer-lists/rules.ts'
import { customerListSeed } from './customer-lists/seed.ts'
import { keywordKind } from './keywords/edits.ts'
import {
  keywordExists,
  keywordListRules,
  keywordParentExists,
  keywordRules,
  keywordUpdateRules,
} from './keywords/rules.ts'
import { keywordSeed } from './keywords/seed.ts'
import { labelKind } from './labels/edits.ts'
import {
  applicationRules,
  entityIdsRules,
  labelAccessRules,
  labelExists,
  labeledCampaignRules,
  labelRules,
} from './labels/rules.ts'
import { labelSeed } from './labels/seed.ts'
import { mediaKind } from './media/edits.ts'
import { mediaSeed } from './media/seed.ts'
import { orderLineKind } from './order-lines/edits.ts'
import { orderLineSeed } from './order-lines/seed.ts'
import { pinKind } from './pins/edits.ts'
import { pinCreateRules, pinUpdateRules } from './pins/rules.ts'
import { pinSeed } from './pins/seed.ts'
import { promotionKind } from './product-group-promotions/edits.ts'
import { promotionExists, promotionListRules, promotionRules } from './product-group-promotions/rules.ts'
import { promotionSeed } from './product-group-promotions/seed.ts'
import { targetingTemplateKind } from './targeting-templates/edits.ts'
import { targetingTemplateRules } from './targeting-templates/rules.ts'
import { targetingTemplateSeed } from './targeting-templates/seed.ts'
import { userSeed } from './users/seed.ts'

/** One resource: every rule that it may refuse by, its part of a seed, and what may be done to it. Its operations: `built.ts`. */
export interface Resource {
  readonly rules: readonly RuleEntry[]
  readonly seed?: SeedSection
  /** What test control may do to its entities. */
  readonly edits?: EntityKind
}

/** Every resource that is built. A new one is a folder beside these, a line here, and one in `built.ts`. */
export const resources: readonly Resource[] = [
  { rules: [], seed: userSeed },
  { rules: adAccountRules, seed: adAccountSeed, edits: adAccountKind },
  { rules: [...boardCreateRules, ...boardUpdateRules, ...boardDeleteRules], seed: boardSeed },
  { rules: [...boardSectionCreateRules, ...boardSectionUpdateRules], seed: boardSectionSeed },
  { rules: [], seed: mediaSeed, edits: mediaKind },
  { rules: [...pinCreateRules, ...pinUpdateRules], seed: pinSeed, edits: pinKind },
  { rules: [], seed: conversionTagSeed, edits: conversionTagKind },
  { rules: eventRules },
  { rules: customerListRules, seed: customerListSeed, edits: customerListKind },
  { rules: uploadRules, seed: customerListUploadSeed, edits: customerListUploadKind },
  { rules: audienceRules, seed: audienceSeed, edits: audienceKind },
  { rules: [], seed: orderLineSeed, edits: orderLineKind },
  { rules: [campaignExists, ...campaignRules], seed: campaignSeed, edits: campaignKind },
  {
    rules: targetingTemplateRules,
    seed: targetingTemplateSeed,
    edits: targetingTemplateKind,
  },
  {
    rules: [adGroupExists, ...adGroupRules, ...adGroupUpdateRules, ...adGroupListRules],
    seed: adGroupSeed,
    edits: adGroupKind,
  },
  { rules: [adExists, ...adRules], seed: adSeed, edits: adKind },
  { rules: adPreviewRules },
  {
    rules: [
      ...labelAccessRules,
      labelExists,
      ...labelRules,
      ...labeledCampaignRules,
      ...applicationRules,
      ...entityIdsRules,
    ],
    seed: labelSeed,
    edits: labelKind,
  },
  {
    rules: [keywordParentExists, ...keywordRules, keywordExists, ...keywordUpdateRules, ...keywordListRules],
    seed: keywordSeed,
    edits: keywordKind,
  },
  {
    rules: [promotionExists, ...promotionRules, ...promotionListRules],
    seed: promotionSeed,
    edits: promotionKind,
  },
]

/** Every business rule there is. */
export const allRules: readonly RuleEntry[] = resources.flatMap(({ rules }) => rules)

/** What a seed may have, in the order in which entities are made: parents first. */
export const seedSections: readonly SeedSection[] = resources.flatMap(({ seed }) => seed ?? [])

/** What test control may put into another state. */
export const entityKinds: readonly EntityKind[] = resources.flatMap(({ edits }) => edits ?? [])
