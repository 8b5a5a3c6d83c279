import { templateIn } from '../fixtures/templates.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const creating =
  (targeting_attributes: object) =>
  ({ post }: Mock): Promise<Answer> =>
    post('/targeting_templates', { name: 'Hikers', targeting_attributes })

const changing =
  (change: object) =>
  async (mock: Mock): Promise<Answer> => {
    const { id }: Json = await templateIn(mock)
    return mock.patch('/targeting_templates', { id, ...change })
  }

const updating = (targeting_attributes: object) => changing({ operation_type: 'UPDATE', targeting_attributes })

/** Targeting that each rule about it refuses, and the nearest that passes. */
const targeting: Readonly<Record<string, readonly [object, object]>> = {
  'age-kinds': [
    { AGE_BUCKET: ['18-24'], MINIMUM_AGE: '18', MAXIMUM_AGE: '24' },
    { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' },
  ],
  'age-both': [{ MINIMUM_AGE: '18' }, { MINIMUM_AGE: '18', MAXIMUM_AGE: '65+' }],
  'age-range': [
    { MINIMUM_AGE: '17', MAXIMUM_AGE: '24' },
    { MINIMUM_AGE: '18', MAXIMUM_AGE: '18' },
  ],
  'geo-kinds': [{ GEO: ['BE-VOV', 'US-94107'] }, { GEO: ['US', 'US-94107'] }],
}

/** Cases of the rules about targeting templates. */
export const targetingTemplateCases: readonly RuleCase[] = [
  {
    rule: 'targeting_template.update.attributes',
    refused: changing({ operation_type: 'UPDATE' }),
    passes: changing({ operation_type: 'REMOVE' }),
  },
  ...Object.entries(targeting).flatMap(([name, [refused, passes]]): readonly RuleCase[] => {
    const rule = `targeting_template.targeting.${name}`
    return [
      { rule, moment: 'in a creation', refused: creating(refused), passes: creating(passes) },
      { rule, moment: 'in an update', refused: updating(refused), passes: updating(passes) },
    ]
  }),
]
