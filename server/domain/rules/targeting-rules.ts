import { mixesGeoKinds, type TargetingSpec, targets } from '../ads/targeting.ts'
import type { Rule } from './rule.ts'

/** A rule about targeting by itself, before a resource adds its id and operations. */
export interface TargetingSpecRule extends Pick<Rule<TargetingSpec>, 'evidence' | 'source' | 'code' | 'message'> {
  /** The last part of its id. */
  readonly name: string
  readonly sent: (spec: TargetingSpec) => unknown
  readonly violated: (spec: TargetingSpec) => boolean
}

const agesOf = ({ MINIMUM_AGE, MAXIMUM_AGE }: TargetingSpec) => ({
  MINIMUM_AGE: (MINIMUM_AGE ?? undefined) as string | undefined,
  MAXIMUM_AGE: (MAXIMUM_AGE ?? undefined) as string | undefined,
})

const age = /^(1[89]|[2-5]\d|6[0-5])$/

/** Returns the rules about combinations of ages and places, for targeting that is sent in a field. */
export const targetingSpecRules = (field: string): readonly TargetingSpecRule[] => [
  {
    name: 'age-kinds',
    evidence: 'documented',
    source: 'S523 TargetingSpec',
    code: 1,
    message: `${field}: AGE_BUCKET cannot be combined with MINIMUM_AGE and MAXIMUM_AGE.`,
    sent: agesOf,
    violated: (spec) => {
      const { MINIMUM_AGE, MAXIMUM_AGE } = agesOf(spec)
      return targets(spec, 'AGE_BUCKET') && (MINIMUM_AGE ?? MAXIMUM_AGE) !== undefined
    },
  },
  {
    name: 'age-both',
    evidence: 'documented',
    source: 'S523 TargetingSpec',
    code: 1,
    message: `${field}: MINIMUM_AGE and MAXIMUM_AGE must be used together.`,
    sent: agesOf,
    violated: (spec) => (agesOf(spec).MINIMUM_AGE === undefined) !== (agesOf(spec).MAXIMUM_AGE === undefined),
  },
  {
    name: 'age-range',
    evidence: 'documented',
    source: 'S523 TargetingSpec; the order is assumed',
    code: 1,
    message: `${field}: MINIMUM_AGE is from 18 to 65, MAXIMUM_AGE from MINIMUM_AGE to 65 or 65+.`,
    sent: agesOf,
    violated: (spec) => {
      const { MINIMUM_AGE: low, MAXIMUM_AGE: high } = agesOf(spec)
      if (low === undefined || high === undefined) return false
      return !age.test(low) || !(high === '65+' || age.test(high)) || Number(low) > Number.parseInt(high, 10)
    },
  },
  {
    name: 'geo-kinds',
    evidence: 'documented',
    source: 'S523 TargetingSpec; countries pass (observed)',
    code: 1,
    message: `${field}: GEO takes region codes or postal codes, not both.`,
    sent: (spec) => spec.GEO,
    violated: mixesGeoKinds,
  },
]
