import type { ChangeRule } from '../../domain/change.ts'
import { hasPlace, mixesGeoKinds, type TargetingOperation, targets } from '../../domain/targeting.ts'
import { type AdGroupFacts, adGroup, both } from './facts.ts'

const onlySet = ['AGE_BUCKET', 'MAXIMUM_AGE', 'MINIMUM_AGE', 'SHOPPING_RETARGETING']
const withTemplates = ['targeting_spec', 'tracking_urls', 'auto_targeting_enabled', 'placement_group']

const agesOf = ({ after: { targeting_spec: spec } }: AdGroupFacts) => ({
  MINIMUM_AGE: spec.MINIMUM_AGE ?? undefined,
  MAXIMUM_AGE: spec.MAXIMUM_AGE ?? undefined,
})

const stepsOf = ({ sent }: AdGroupFacts): readonly TargetingOperation[] =>
  (sent.targeting_spec_operations as readonly TargetingOperation[] | null | undefined) ?? []

const stepsByField = (facts: AdGroupFacts): readonly (readonly TargetingOperation[])[] => {
  const steps = stepsOf(facts)
  return [...new Set(steps.map(({ field }) => field))].map((field) => steps.filter((step) => step.field === field))
}

const isSetStep = ({ operation }: TargetingOperation): boolean => operation === 'SET'
const spec = ['targeting_spec', 'targeting_spec_operations'] as const
const age = /^(1[89]|[2-5]\d|6[0-5])$/

/** Whom ads may be shown to, and how that may be changed. */
export const targetingRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.targeting.location',
    operations: both,
    fields: [...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec; observed not to be asked of every account, here the feature require_location',
    code: 1,
    message: 'targeting_spec must have a LOCATION or a GEO in this ad account.',
    sent: ({ after }) => after.targeting_spec,
    broken: ({ after, features }) => features.require_location && !hasPlace(after.targeting_spec),
  },
  {
    id: 'ad_group.targeting.age-kinds',
    operations: both,
    fields: [...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec',
    code: 1,
    message: 'targeting_spec: AGE_BUCKET cannot be combined with MINIMUM_AGE and MAXIMUM_AGE.',
    sent: agesOf,
    broken: (facts) => {
      const { MINIMUM_AGE, MAXIMUM_AGE } = agesOf(facts)
      return targets(facts.after.targeting_spec, 'AGE_BUCKET') && (MINIMUM_AGE ?? MAXIMUM_AGE) !== undefined
    },
  },
  {
    id: 'ad_group.targeting.age-both',
    operations: both,
    fields: [...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec',
    code: 1,
    message: 'targeting_spec: MINIMUM_AGE and MAXIMUM_AGE must be used together.',
    sent: agesOf,
    broken: (facts) => (agesOf(facts).MINIMUM_AGE === undefined) !== (agesOf(facts).MAXIMUM_AGE === undefined),
  },
  {
    id: 'ad_group.targeting.age-range',
    operations: both,
    fields: [...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec; the order is assumed',
    code: 1,
    message: 'targeting_spec: MINIMUM_AGE is from 18 to 65, MAXIMUM_AGE from MINIMUM_AGE to 65 or 65+.',
    sent: agesOf,
    broken: (facts) => {
      const { MINIMUM_AGE: low, MAXIMUM_AGE: high } = agesOf(facts)
      if (low === undefined || high === undefined) return false
      return !age.test(low) || !(high === '65+' || age.test(high)) || Number(low) > Number.parseInt(high, 10)
    },
  },
  {
    id: 'ad_group.targeting.geo-kinds',
    operations: both,
    fields: [...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec; countries pass (observed)',
    code: 1,
    message: 'targeting_spec: GEO takes region codes or postal codes, not both.',
    sent: ({ after }) => after.targeting_spec.GEO,
    broken: ({ after }) => mixesGeoKinds(after.targeting_spec),
  },
  {
    id: 'ad_group.targeting.spec-or-operations',
    operations: [adGroup.update],
    fields: ['targeting_spec_operations', 'targeting_spec'],
    evidence: 'documented',
    source: 'S528 TargetingSpecOperations',
    code: 1,
    message: 'targeting_spec and targeting_spec_operations cannot be sent at the same time.',
    broken: (facts) => stepsOf(facts).length > 0 && facts.sent.targeting_spec != null,
  },
  {
    id: 'ad_group.targeting.set-only',
    operations: [adGroup.update],
    fields: ['targeting_spec_operations'],
    evidence: 'documented',
    source: 'S528 TargetingSpecOperations',
    code: 1,
    message: `targeting_spec_operations: ${onlySet.join(', ')} take SET only.`,
    sent: stepsOf,
    broken: (facts) => stepsOf(facts).some((step) => onlySet.includes(step.field) && !isSetStep(step)),
  },
  {
    id: 'ad_group.targeting.one-set',
    operations: [adGroup.update],
    fields: ['targeting_spec_operations'],
    evidence: 'documented',
    source: 'S528 TargetingSpecOperations',
    code: 1,
    message: 'targeting_spec_operations: a field takes one SET, or ADD and REMOVE, not a mix of them.',
    sent: stepsOf,
    broken: (facts) => stepsByField(facts).some((steps) => steps.length > 1 && steps.some(isSetStep)),
  },
  {
    id: 'ad_group.targeting.templates',
    operations: both,
    fields: ['targeting_template_ids', ...withTemplates],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 AdGroupCommon',
    code: 1,
    message: `targeting_template_ids cannot be sent together with ${withTemplates.join(', ')}.`,
    sent: ({ sent }) => withTemplates.filter((field) => sent[field] != null),
    broken: ({ after, sent }) =>
      after.targeting_template_ids !== null &&
      sent.targeting_template_ids != null &&
      withTemplates.some((field) => sent[field] != null),
  },
  {
    id: 'ad_group.targeting.customer-segment',
    operations: both,
    fields: ['customer_segment_id', 'targeting_template_ids', ...spec],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 AdGroup',
    code: 1,
    message: 'customer_segment_id cannot be combined with targeting_template_ids or AUDIENCE_INCLUDE.',
    sent: ({ after }) => after.customer_segment_id,
    broken: ({ after }) =>
      after.customer_segment_id !== undefined &&
      (after.targeting_template_ids !== null || targets(after.targeting_spec, 'AUDIENCE_INCLUDE')),
  },
]
