import type { Feature } from '../ads/features.ts'
import type { Rule } from './rule.ts'

/** The features of an ad account, as rules see them. */
export type FeatureFacts = Readonly<Partial<Record<Feature, boolean>>>

type Named = Pick<Rule<FeatureFacts>, 'id' | 'operations' | 'fields' | 'source' | 'code' | 'message'>

/** Creates the rule that refuses each batch item of an ad account without a feature: it is not in the closed beta. */
export const featureRule = (feature: Feature, named: Named): Rule<FeatureFacts> => ({
  ...named,
  refuses: 'item',
  evidence: 'observed',
  passes: `An ad account that has the feature ${feature}: --features ${feature}=on.`,
  violated: (features) => features[feature] !== true,
})
