import { type ChangeRule, isNew } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both } from './facts.ts'

const others = [
  'targeting_spec',
  'targeting_spec_operations',
  'tracking_urls',
  'auto_targeting_enabled',
  'placement_group',
]

const templateOf = (adGroup: AdGroupFacts['before']): string | undefined => adGroup?.targeting_template_ids?.[0]

/** Tells whether a change sets another template: sending the stored one again does not. */
const changesTemplate = (facts: AdGroupFacts): boolean =>
  templateOf(facts.after) !== undefined && (isNew(facts) || templateOf(facts.before) !== templateOf(facts.after))

/** Rules about targeting templates of an ad group, and the fields that they exclude. */
export const templateRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.template.exists',
    operations: both,
    fields: ['targeting_template_ids'],
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 2,
    message: 'Targeting template not found: targeting_template_ids must be of a targeting template of the ad account.',
    sent: ({ after }) => after.targeting_template_ids,
    violated: (facts) => changesTemplate(facts) && facts.template() === undefined,
  },
  {
    id: 'ad_group.targeting.templates',
    operations: both,
    fields: ['targeting_template_ids', ...others],
    evidence: 'documented',
    source: 'S523 AdGroupCommon',
    code: 1,
    message: `An ad group with a targeting template takes no ${others.slice(0, -1).join(', ')} or ${others.at(-1)}; targeting_template_ids ["0"] clears it.`,
    sent: ({ sent }) => others.filter((field) => sent[field] != null),
    violated: ({ after, sent }) => templateOf(after) !== undefined && others.some((field) => sent[field] != null),
  },
]
