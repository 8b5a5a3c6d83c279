import { hasPlace, type TargetingOperation, targets } from '#server/domain/ads/targeting.ts'
import type { ChangeRule } from '#server/domain/rules/change.ts'
import { targetingSpecRules } from '#server/domain/rules/targeting-rules.ts'
import { type AdGroupFacts, adGroup, both } from './facts.ts'

const onlySet = ['AGE_BUCKET', 'MAXIMUM_AGE', 'MINIMUM_AGE', 'SHOPPING_RETARGETING']

const stepsOf = ({ sent }: AdGroupFacts): readonly TargetingOperation[] =>
  (sent.targeting_spec_operations as readonly TargetingOperation[] | null | undefined) ?? []

const stepsByField = (facts: AdGroupFacts): readonly (readonly TargetingOperation[])[] => {
  const steps = stepsOf(facts)
  return [...new Set(steps.map(({ field }) => field))].map((field) => steps.filter((step) => step.field === field))
}

const isSetStep = ({ operation }: TargetingOperation): boolean => operation === 'SET'
const spec = ['targeting_spec', 'targeting_spec_operations'] as const

/** Rules about targeting and its changes. */
export const targetingRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.targeting.location',
    operations: both,
    fields: [...spec, 'targeting_template_ids'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S523 TargetingSpec; observed not to be asked of every account, here the feature require_location',
    code: 1,
    message: 'targeting_spec, or the targeting template, must have a LOCATION or a GEO in this ad account.',
    sent: ({ after }) => after.targeting_spec,
    violated: ({ after, features, template }) =>
      features.require_location && !hasPlace(after.targeting_spec) && !hasPlace(template()?.targeting_attributes ?? {}),
  },
  ...targetingSpecRules('targeting_spec').map(
    ({ name, sent, violated, ...rest }): ChangeRule<AdGroupFacts> => ({
      ...rest,
      id: `ad_group.targeting.${name}`,
      operations: both,
      fields: [...spec],
      waitsForPublish: true,
      sent: ({ after }) => sent(after.targeting_spec),
      violated: ({ after }) => violated(after.targeting_spec),
    }),
  ),
  {
    id: 'ad_group.targeting.spec-or-operations',
    operations: [adGroup.update],
    fields: ['targeting_spec_operations', 'targeting_spec'],
    evidence: 'documented',
    source: 'S528 TargetingSpecOperations',
    code: 1,
    message: 'targeting_spec and targeting_spec_operations cannot be sent at the same time.',
    violated: (facts) => stepsOf(facts).length > 0 && facts.sent.targeting_spec != null,
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
    violated: (facts) => stepsOf(facts).some((step) => onlySet.includes(step.field) && !isSetStep(step)),
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
    violated: (facts) => stepsByField(facts).some((steps) => steps.length > 1 && steps.some(isSetStep)),
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
    violated: ({ after }) =>
      after.customer_segment_id !== undefined &&
      (after.targeting_template_ids !== null || targets(after.targeting_spec, 'AUDIENCE_INCLUDE')),
  },
]
