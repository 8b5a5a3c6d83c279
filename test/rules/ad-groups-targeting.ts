import { cbo, madeIn, tryChange, tryIn } from '../fixtures/ad-groups.ts'
import { templateIn } from '../fixtures/templates.ts'
import type { Answer, Json, Mock } from '../support/mock.ts'
import type { RuleCase } from './case.ts'

const targeted = (mock: Mock, targeting_spec: object, more: object = {}): Promise<Answer> =>
  tryIn(mock, cbo(mock), { targeting_spec, ...more })

async function retargeted(mock: Mock, changes: object): Promise<Answer> {
  const adGroup = await madeIn(mock, cbo(mock), { targeting_spec: { LOCATION: ['US'] } })
  return tryChange(mock, adGroup, changes)
}

const templated = async (mock: Mock): Promise<Json> =>
  madeIn(mock, cbo(mock), { targeting_template_ids: [(await templateIn(mock)).id] })

const step = (field: string, operation: string, ...values: readonly string[]) => ({ field, operation, values })

/** Whom ad groups are shown to, and how that is changed. */
export const adGroupTargetingCases: readonly RuleCase[] = [
  {
    rule: 'ad_group.targeting.location',
    features: { '*': { require_location: true } },
    refused: (mock) => targeted(mock, { GENDER: ['female'] }),
    passes: (mock) => targeted(mock, { GENDER: ['female'], LOCATION: ['US'] }),
  },
  {
    rule: 'ad_group.targeting.age-kinds',
    refused: (mock) => targeted(mock, { AGE_BUCKET: ['18-24'], MINIMUM_AGE: '18', MAXIMUM_AGE: '24' }),
    passes: (mock) => targeted(mock, { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' }),
  },
  {
    rule: 'ad_group.targeting.age-both',
    refused: (mock) => targeted(mock, { MINIMUM_AGE: '18' }),
    passes: (mock) => targeted(mock, { MINIMUM_AGE: '18', MAXIMUM_AGE: '65+' }),
  },
  {
    rule: 'ad_group.targeting.age-range',
    refused: (mock) => targeted(mock, { MINIMUM_AGE: '17', MAXIMUM_AGE: '24' }),
    passes: (mock) => targeted(mock, { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' }),
  },
  {
    rule: 'ad_group.targeting.geo-kinds',
    refused: (mock) => targeted(mock, { GEO: ['BE-VOV', 'US-94107'] }),
    passes: (mock) => targeted(mock, { GEO: ['US-10001', 'US-94107'] }),
  },
  {
    rule: 'ad_group.targeting.spec-or-operations',
    refused: (mock) =>
      retargeted(mock, {
        targeting_spec: { LOCATION: ['FR'] },
        targeting_spec_operations: [step('LOCATION', 'ADD', 'DE')],
      }),
    passes: (mock) => retargeted(mock, { targeting_spec_operations: [step('LOCATION', 'ADD', 'DE')] }),
  },
  {
    rule: 'ad_group.targeting.set-only',
    refused: (mock) => retargeted(mock, { targeting_spec_operations: [step('AGE_BUCKET', 'ADD', '18-24')] }),
    passes: (mock) => retargeted(mock, { targeting_spec_operations: [step('AGE_BUCKET', 'SET', '18-24')] }),
  },
  {
    rule: 'ad_group.targeting.one-set',
    refused: (mock) =>
      retargeted(mock, {
        targeting_spec_operations: [step('LOCATION', 'SET', 'DE'), step('LOCATION', 'ADD', 'FR')],
      }),
    passes: (mock) =>
      retargeted(mock, {
        targeting_spec_operations: [step('LOCATION', 'REMOVE', 'US'), step('LOCATION', 'ADD', 'FR')],
      }),
  },
  {
    rule: 'ad_group.template.exists',
    refused: (mock) => tryIn(mock, cbo(mock), { targeting_template_ids: ['643'] }),
    passes: async (mock) => tryIn(mock, cbo(mock), { targeting_template_ids: [(await templateIn(mock)).id] }),
  },
  {
    rule: 'ad_group.template.exists',
    moment: 'in an update',
    refused: (mock) => retargeted(mock, { targeting_template_ids: ['643'] }),
    passes: (mock) => retargeted(mock, { targeting_template_ids: ['0'] }),
  },
  {
    rule: 'ad_group.targeting.templates',
    refused: async (mock) =>
      targeted(mock, { LOCATION: ['US'] }, { targeting_template_ids: [(await templateIn(mock)).id] }),
    passes: async (mock) => tryIn(mock, cbo(mock), { targeting_template_ids: [(await templateIn(mock)).id] }),
  },
  {
    rule: 'ad_group.targeting.templates',
    moment: 'in an update of an ad group that has a template',
    refused: async (mock) => tryChange(mock, await templated(mock), { targeting_spec: { LOCATION: ['US'] } }),
    passes: async (mock) =>
      tryChange(mock, await templated(mock), { targeting_template_ids: ['0'], targeting_spec: { LOCATION: ['US'] } }),
  },
  {
    rule: 'ad_group.targeting.customer-segment',
    refused: (mock) => targeted(mock, { AUDIENCE_INCLUDE: ['7'] }, { customer_segment_id: '5' }),
    passes: (mock) => targeted(mock, { AUDIENCE_EXCLUDE: ['7'] }, { customer_segment_id: '5' }),
  },
]
