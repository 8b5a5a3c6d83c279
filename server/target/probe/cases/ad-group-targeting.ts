import type { ProbeAct, ProbeCall, ProbeCase } from '../probe-case.ts'
import { adGroupIn, changingGroup } from './ad-group-calls.ts'
import type { Fields } from './campaign-calls.ts'

const targeted = (targeting_spec: Fields, more: Fields = {}): ProbeCall =>
  adGroupIn('cboCampaign', { targeting_spec, ...more })

const retargeted = (change: Fields): ProbeAct =>
  changingGroup(adGroupIn('cboCampaign', { targeting_spec: { LOCATION: ['US'] } }), change)

const templated = (change: Fields): ProbeAct =>
  changingGroup(adGroupIn('cboCampaign', { targeting_template_ids: ['{{template.id}}'] }), change)

const step = (field: string, operation: string, ...values: readonly string[]) => ({ field, operation, values })

const rule = (name: string, refused: Fields, passes: Fields): ProbeCase => ({
  rule: `ad_group.targeting.${name}`,
  refused: targeted(refused),
  passes: targeted(passes),
})

/** Whom ad groups are shown to, and how that is changed. */
export const adGroupTargetingCases: readonly ProbeCase[] = [
  {
    ...rule('location', { GENDER: ['female'] }, { GENDER: ['female'], LOCATION: ['US'] }),
    features: { '*': { require_location: true } },
  },
  rule(
    'age-kinds',
    { AGE_BUCKET: ['18-24'], MINIMUM_AGE: '18', MAXIMUM_AGE: '24' },
    { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' },
  ),
  rule('age-both', { MINIMUM_AGE: '18' }, { MINIMUM_AGE: '18', MAXIMUM_AGE: '65+' }),
  rule('age-range', { MINIMUM_AGE: '17', MAXIMUM_AGE: '24' }, { MINIMUM_AGE: '18', MAXIMUM_AGE: '24' }),
  rule('geo-kinds', { GEO: ['BE-VOV', 'US-94107'] }, { GEO: ['US-10001', 'US-94107'] }),
  {
    rule: 'ad_group.targeting.geo-kinds',
    moment: 'in an update',
    refused: changingGroup(adGroupIn('cboCampaign'), { targeting_spec: { GEO: ['BE-VOV', 'US-94107'] } }),
    passes: changingGroup(adGroupIn('cboCampaign'), { targeting_spec: { GEO: ['BE-VOV', 'BE-VLI'] } }),
  },
  {
    rule: 'ad_group.targeting.spec-or-operations',
    refused: retargeted({
      targeting_spec: { LOCATION: ['FR'] },
      targeting_spec_operations: [step('LOCATION', 'ADD', 'DE')],
    }),
    passes: retargeted({ targeting_spec_operations: [step('LOCATION', 'ADD', 'DE')] }),
  },
  {
    rule: 'ad_group.targeting.set-only',
    refused: retargeted({ targeting_spec_operations: [step('AGE_BUCKET', 'ADD', '18-24')] }),
    passes: retargeted({ targeting_spec_operations: [step('AGE_BUCKET', 'SET', '18-24')] }),
  },
  {
    rule: 'ad_group.targeting.one-set',
    refused: retargeted({ targeting_spec_operations: [step('LOCATION', 'SET', 'DE'), step('LOCATION', 'ADD', 'FR')] }),
    passes: retargeted({
      targeting_spec_operations: [step('LOCATION', 'REMOVE', 'US'), step('LOCATION', 'ADD', 'FR')],
    }),
  },
  {
    rule: 'ad_group.template.exists',
    refused: adGroupIn('cboCampaign', { targeting_template_ids: ['1'] }),
    passes: adGroupIn('cboCampaign', { targeting_template_ids: ['{{template.id}}'] }),
  },
  {
    rule: 'ad_group.template.exists',
    moment: 'in an update',
    refused: retargeted({ targeting_template_ids: ['1'] }),
    passes: retargeted({ targeting_template_ids: ['0'] }),
  },
  {
    rule: 'ad_group.targeting.templates',
    refused: targeted({ LOCATION: ['US'] }, { targeting_template_ids: ['{{template.id}}'] }),
    passes: adGroupIn('cboCampaign', { targeting_template_ids: ['{{template.id}}'] }),
  },
  {
    rule: 'ad_group.targeting.templates',
    moment: 'in an update of an ad group that has a template',
    refused: templated({ targeting_spec: { LOCATION: ['US'] } }),
    passes: templated({ targeting_template_ids: ['0'], targeting_spec: { LOCATION: ['US'] } }),
  },
]
