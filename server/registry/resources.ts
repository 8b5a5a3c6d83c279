import type { EditableEntity } from '../contracts/editable-entity.ts'
import type { SeedSection } from '../contracts/seed-section.ts'
import type { RuleEntry } from '../domain/rules/rule.ts'
import { adAccountKind } from '../resources/accounts/ad-accounts/admin.ts'
import { adAccountRules } from '../resources/accounts/ad-accounts/rules.ts'
import { adAccountSeed } from '../resources/accounts/ad-accounts/seed.ts'
import { userSeed } from '../resources/accounts/users/seed.ts'
import { audienceKind } from '../resources/audiences/audiences/admin.ts'
import { audienceRules } from '../resources/audiences/audiences/rules.ts'
import { audienceSeed } from '../resources/audiences/audiences/seed.ts'
import { customerListUploadKind } from '../resources/audiences/customer-list-uploads/admin.ts'
import { uploadRules } from '../resources/audiences/customer-list-uploads/rules.ts'
import { customerListUploadSeed } from '../resources/audiences/customer-list-uploads/seed.ts'
import { customerListKind } from '../resources/audiences/customer-lists/admin.ts'
import { customerListRules } from '../resources/audiences/customer-lists/rules.ts'
import { customerListSeed } from '../resources/audiences/customer-lists/seed.ts'
import { adGroupKind } from '../resources/campaign-management/ad-groups/admin.ts'
import {
  adGroupExists,
  adGroupListRules,
  adGroupRules,
  adGroupUpdateRules,
} from '../resources/campaign-management/ad-groups/rules.ts'
import { adGroupSeed } from '../resources/campaign-management/ad-groups/seed.ts'
import { adPreviewRules } from '../resources/campaign-management/ad-previews/rules.ts'
import { adKind } from '../resources/campaign-management/ads/admin.ts'
import { adExists, adRules } from '../resources/campaign-management/ads/rules.ts'
import { adSeed } from '../resources/campaign-management/ads/seed.ts'
import { campaignKind } from '../resources/campaign-management/campaigns/admin.ts'
import { campaignExists, campaignRules } from '../resources/campaign-management/campaigns/rules.ts'
import { campaignSeed } from '../resources/campaign-management/campaigns/seed.ts'
import { keywordKind } from '../resources/campaign-management/keywords/admin.ts'
import {
  keywordExists,
  keywordListRules,
  keywordParentExists,
  keywordRules,
  keywordUpdateRules,
} from '../resources/campaign-management/keywords/rules.ts'
import { keywordSeed } from '../resources/campaign-management/keywords/seed.ts'
import { labelKind } from '../resources/campaign-management/labels/admin.ts'
import {
  applicationRules,
  entityIdsRules,
  labelAccessRules,
  labelExists,
  labeledCampaignRules,
  labelRules,
} from '../resources/campaign-management/labels/rules.ts'
import { labelSeed } from '../resources/campaign-management/labels/seed.ts'
import { orderLineKind } from '../resources/campaign-management/order-lines/admin.ts'
import { orderLineSeed } from '../resources/campaign-management/order-lines/seed.ts'
import { promotionKind } from '../resources/campaign-management/product-group-promotions/admin.ts'
import {
  promotionExists,
  promotionListRules,
  promotionRules,
} from '../resources/campaign-management/product-group-promotions/rules.ts'
import { promotionSeed } from '../resources/campaign-management/product-group-promotions/seed.ts'
import { targetingTemplateKind } from '../resources/campaign-management/targeting-templates/admin.ts'
import { targetingTemplateRules } from '../resources/campaign-management/targeting-templates/rules.ts'
import { targetingTemplateSeed } from '../resources/campaign-management/targeting-templates/seed.ts'
import { boardSectionCreateRules, boardSectionUpdateRules } from '../resources/content/board-sections/rules.ts'
import { boardSectionSeed } from '../resources/content/board-sections/seed.ts'
import { boardCreateRules, boardDeleteRules, boardUpdateRules } from '../resources/content/boards/rules.ts'
import { boardSeed } from '../resources/content/boards/seed.ts'
import { mediaKind } from '../resources/content/media/admin.ts'
import { mediaSeed } from '../resources/content/media/seed.ts'
import { pinKind } from '../resources/content/pins/admin.ts'
import { pinCreateRules, pinUpdateRules } from '../resources/content/pins/rules.ts'
import { pinSeed } from '../resources/content/pins/seed.ts'
import { eventRules } from '../resources/conversions/conversion-events/rules.ts'
import { conversionTagKind } from '../resources/conversions/conversion-tags/admin.ts'
import { conversionTagSeed } from '../resources/conversions/conversion-tags/seed.ts'

/** One resource: every rule that it may refuse by, its part of a seed, and what may be done to it. Its operations: `built.ts`. */
export interface Resource {
  readonly rules: readonly RuleEntry[]
  readonly seed?: SeedSection
  /** What test control may do to its entities. */
  readonly edits?: EditableEntity
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
export const entityKinds: readonly EditableEntity[] = resources.flatMap(({ edits }) => edits ?? [])
