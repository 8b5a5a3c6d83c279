import { existenceRule } from '#server/domain/rules/existence-rule.ts'
import { featureRule } from '#server/domain/rules/feature-rule.ts'
import type { Rule, RuleEntry } from '#server/domain/rules/rule.ts'
import { applicationRules, entityIdsRules, labeledCampaignRules, mostOnCampaign } from './application-rules.ts'
import type { LabelType } from './schema.ts'

const write = ['labels/create', 'labels/update']
const everyWrite = [...write, 'labels/apply', 'labels/remove']

/** Refuses every request of an ad account that is not in the closed beta. */
export const labelAccessRules = [
  featureRule('labels', {
    id: 'label.access',
    operations: everyWrite,
    fields: ['labels'],
    source: 'REC create-labels: an account without the beta; here the feature labels',
    code: 1,
    message: 'Invalid access to labeling.',
  }),
]

/** The facts that the rules about a label evaluate. */
export interface LabelFacts {
  readonly operation: string
  readonly label_type: LabelType
  readonly value: string
  /** Another label of the account with the same type and value. */
  readonly duplicate: unknown
  /** For each campaign where the label begins to count as ACTIVE: the number of other ACTIVE labels of its type. */
  readonly activeOnCampaigns: () => readonly number[]
}

/** Rules about the content of a label. */
export const labelRules: readonly Rule<LabelFacts>[] = [
  {
    id: 'label.value.unique',
    operations: write,
    fields: ['value', 'label_type'],
    refuses: 'item',
    essential: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'value: the ad account has a label of this type and value already.',
    passes: 'Another value, or an update of the label that is there.',
    sent: ({ label_type, value }) => ({ label_type, value }),
    violated: ({ duplicate }) => duplicate !== undefined,
  },
  {
    id: 'label.restore.limits',
    operations: ['labels/update'],
    fields: ['status'],
    refuses: 'item',
    evidence: 'assumed',
    source: 'GUIDE Label a campaign, for a label that becomes ACTIVE again',
    code: 1,
    message: 'status: a campaign of this label has as many ACTIVE labels of its type as it may: 1 BRAND, 30 CUSTOM.',
    sent: ({ label_type }) => label_type,
    when: ({ operation }) => operation === 'labels/update',
    violated: ({ label_type, activeOnCampaigns }) =>
      activeOnCampaigns().some((active) => active >= mostOnCampaign[label_type]),
  },
]

/** Refuses an update of a label that the ad account does not have. */
export const labelExists = existenceRule({
  id: 'label.exists',
  operations: ['labels/update'],
  fields: ['id'],
  message: 'Label not found.',
  passes: 'The id of a label of this ad account.',
})

/** Every rule about applying labels to campaigns, and about removing them. */
export const allApplicationRules: readonly RuleEntry[] = [
  ...labeledCampaignRules,
  ...applicationRules,
  ...entityIdsRules,
]
