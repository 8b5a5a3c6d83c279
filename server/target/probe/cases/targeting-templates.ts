import type { ProbeAct, ProbeCall, ProbeCase } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'

const creating = (targeting_attributes: Fields): ProbeCall => ({
  operation: 'targeting_template/create',
  body: { name: '{{name}}', targeting_attributes },
})
const changing = (change: Fields): ProbeAct => ({
  setup: [{ as: 'own', ...creating({ LOCATION: ['US'] }) }],
  operation: 'targeting_template/update',
  body: { id: '{{own.id}}', ...change },
})
const updating = (targeting_attributes: Fields): ProbeAct =>
  changing({ operation_type: 'UPDATE', targeting_attributes })

/** Targeting that each rule about it refuses, and the nearest that passes. */
const targeting: Readonly<Record<string, readonly [Fields, Fields]>> = {
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

/** Targeting templates: what they target, and how they are changed. */
export const targetingTemplateCases: readonly ProbeCase[] = [
  {
    rule: 'targeting_template.update.attributes',
    refused: changing({ operation_type: 'UPDATE' }),
    passes: changing({ operation_type: 'REMOVE' }),
  },
  ...Object.entries(targeting).flatMap(([name, [refused, passes]]): readonly ProbeCase[] => {
    const rule = `targeting_template.targeting.${name}`
    return [
      { rule, moment: 'in a creation', refused: creating(refused), passes: creating(passes) },
      { rule, moment: 'in an update', refused: updating(refused), passes: updating(passes) },
    ]
  }),
]
