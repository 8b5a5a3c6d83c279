import type { Rule } from '#server/domain/rules/rule.ts'
import type { AudienceFacts } from './facts.ts'
import { counted, listed } from './rule-schema.ts'
import type { AudienceType } from './schema.ts'

const countries = ['US', 'CA', 'GB']
const engagements = ['click', 'save', 'closeup', 'comment', 'like']
const source = 'S523 AudienceRule'
const ours = 'a decision of this project'

interface Requirement extends Pick<Rule<AudienceFacts>, 'evidence' | 'source' | 'message' | 'violated' | 'sent'> {
  readonly name: string
  readonly types: readonly AudienceType[]
  readonly field: keyof AudienceFacts['rule']
  readonly code?: number
}

const isOutside = (value: number | string | null | undefined, least: number, most: number): boolean => {
  const number = counted(value)
  return number !== undefined && (number < least || number > most)
}

const requirements: readonly Requirement[] = [
  {
    name: 'customer-list',
    types: ['CUSTOMER_LIST'],
    field: 'customer_list_id',
    evidence: 'documented',
    source,
    message: 'rule.customer_list_id is required for an audience of type CUSTOMER_LIST.',
    violated: ({ rule }) => rule.customer_list_id == null,
  },
  {
    name: 'customer-list-exists',
    types: ['CUSTOMER_LIST'],
    field: 'customer_list_id',
    evidence: 'assumed',
    source: ours,
    code: 2,
    message: 'rule.customer_list_id must be a customer list of the ad account.',
    sent: ({ rule }) => rule.customer_list_id,
    violated: ({ rule, listExists }) => rule.customer_list_id != null && !listExists(),
  },
  {
    name: 'seed',
    types: ['ACTALIKE'],
    field: 'seed_id',
    evidence: 'documented',
    source,
    message: 'rule.seed_id is required for an audience of type ACTALIKE: one audience or several.',
    violated: ({ rule }) => listed(rule.seed_id).length === 0,
  },
  {
    name: 'seed-exists',
    types: ['ACTALIKE'],
    field: 'seed_id',
    evidence: 'assumed',
    source: ours,
    code: 2,
    message: 'rule.seed_id must be audiences of the ad account, or shared with it.',
    sent: ({ unknownSeeds }) => unknownSeeds(),
    violated: ({ unknownSeeds }) => unknownSeeds().length > 0,
  },
  {
    name: 'country',
    types: ['ACTALIKE'],
    field: 'country',
    evidence: 'documented',
    source,
    message: 'rule.country is US, CA or GB for an audience of type ACTALIKE.',
    sent: ({ rule }) => rule.country,
    violated: ({ rule }) => !countries.includes(rule.country ?? ''),
  },
  {
    name: 'percentage',
    types: ['ACTALIKE'],
    field: 'percentage',
    evidence: 'documented',
    source,
    message: 'rule.percentage is from 1 to 10 for an audience of type ACTALIKE.',
    sent: ({ rule }) => rule.percentage,
    violated: ({ rule }) => rule.percentage == null || isOutside(rule.percentage, 1, 10),
  },
  {
    name: 'visitor-source',
    types: ['VISITOR'],
    field: 'visitor_source_id',
    evidence: 'documented',
    source,
    message: 'rule.visitor_source_id is required for an audience of type VISITOR: a conversion tag.',
    violated: ({ rule }) => listed(rule.visitor_source_id).length === 0,
  },
  {
    name: 'visitor-source-exists',
    types: ['VISITOR'],
    field: 'visitor_source_id',
    evidence: 'assumed',
    source: ours,
    code: 2,
    message: 'rule.visitor_source_id must be a conversion tag of the ad account.',
    sent: ({ unknownTags }) => unknownTags(),
    violated: ({ unknownTags }) => unknownTags().length > 0,
  },
  {
    name: 'retention-days',
    types: ['VISITOR', 'ENGAGEMENT'],
    field: 'retention_days',
    evidence: 'documented',
    source,
    message: 'rule.retention_days is from 1 to 540.',
    sent: ({ rule }) => rule.retention_days,
    violated: ({ rule }) => isOutside(rule.retention_days, 1, 540),
  },
  {
    name: 'engagement-type',
    types: ['ENGAGEMENT'],
    field: 'engagement_type',
    evidence: 'documented',
    source,
    message: `rule.engagement_type is one of ${engagements.join(', ')}.`,
    sent: ({ rule }) => rule.engagement_type,
    violated: ({ rule }) => rule.engagement_type != null && !engagements.includes(rule.engagement_type),
  },
  {
    name: 'engager-type',
    types: ['ENGAGEMENT'],
    field: 'engager_type',
    evidence: 'documented',
    source,
    message: 'rule.engager_type is 1 or 2.',
    sent: ({ rule }) => rule.engager_type,
    violated: ({ rule }) => isOutside(rule.engager_type, 1, 2),
  },
]

/** Rules about the rule of an audience. Each refuses the request, which concerns one audience. */
export const audienceRules: readonly Rule<AudienceFacts>[] = requirements.map(
  ({ name, types, field, code = 1, ...rest }) => ({
    ...rest,
    id: `audience.rule.${name}`,
    operations: ['audiences/create', 'audiences/update'],
    fields: [`rule.${field}`, 'audience_type'],
    refuses: 'request',
    code,
    when: ({ audience_type }) => types.includes(audience_type),
  }),
)
