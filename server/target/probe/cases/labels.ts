import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'
import { awareness, creating } from './campaign-calls.ts'

const making = (value: string, label_type = 'CUSTOM'): ProbeCall => ({
  operation: 'labels/create',
  body: { labels: [{ label_type, value: `{{name ${value}}}` }] },
})
const label: ProbeStep = { as: 'label', ...making('Outdoor') }
const campaign: ProbeStep = { as: 'campaign', ...creating(awareness) }
const campaigns: ProbeStep = { as: 'campaigns', operation: 'campaigns/create', body: [awareness, awareness] }

const applied = (operation: string, name: string, ...entity_ids: readonly string[]): ProbeCall => ({
  operation,
  params: { label_id: `{{${name}.id}}` },
  body: { entity_ids },
})
const applying = (name: string, ...entities: readonly string[]): ProbeCall => applied('labels/apply', name, ...entities)
const removing = (name: string, ...entities: readonly string[]): ProbeCall =>
  applied('labels/remove', name, ...entities)
const changing = (id: string, change: { readonly [name: string]: string }): ProbeCall => ({
  operation: 'labels/update',
  body: { labels: [{ id, ...change }] },
})

/** Applies a label of that type to a campaign that has one BRAND label. */
const applyingBesideBrand = (type: string): ProbeAct => ({
  setup: [
    campaign,
    { as: 'first', ...making('First', 'BRAND') },
    { as: 'applied', ...applying('first', '{{campaign.id}}') },
    { as: 'second', ...making('Second', type) },
  ],
  ...applying('second', '{{campaign.id}}'),
})

/** Restores a BRAND label on a campaign that got another label of that type since. */
const restoringBeside = (type: string): ProbeAct => ({
  setup: [
    campaign,
    { as: 'first', ...making('First', 'BRAND') },
    { as: 'applied', ...applying('first', '{{campaign.id}}') },
    { as: 'archived', ...changing('{{first.id}}', { status: 'ARCHIVED' }) },
    { as: 'second', ...making('Second', type) },
    { as: 'appliedToo', ...applying('second', '{{campaign.id}}') },
  ],
  ...changing('{{first.id}}', { status: 'ACTIVE' }),
})

const custom = (index: number) => ({ label_type: 'CUSTOM', value: `{{name ${index}}}` })

/** Applies one more CUSTOM label to a campaign that has so many. */
const applyingBesides = (count: number): ProbeAct => ({
  setup: [
    campaign,
    {
      as: 'labels',
      operation: 'labels/create',
      body: { labels: Array.from({ length: count }, (_, at) => custom(at)) },
    },
    ...Array.from({ length: count }, (_, at) => ({
      as: `applied${at}`,
      ...applying(`labels[${at}]`, '{{campaign.id}}'),
    })),
    { as: 'last', ...making('Last') },
  ],
  ...applying('last', '{{campaign.id}}'),
})

/** Cases of the rules about labels and what they are applied to. */
export const labelCases: readonly ProbeCase[] = [
  {
    rule: 'label.value.unique',
    refused: { setup: [label], ...making('Outdoor') },
    passes: { setup: [label], ...making('Outdoor', 'BRAND') },
  },
  { rule: 'label.restore.limits', refused: restoringBeside('BRAND'), passes: restoringBeside('CUSTOM') },
  {
    rule: 'label.exists',
    refused: changing('1', { value: '{{name Renamed}}' }),
    passes: { setup: [label], ...changing('{{label.id}}', { value: '{{name Renamed}}' }) },
  },
  {
    rule: 'label.apply.campaign',
    refused: { setup: [label], ...applying('label', '1') },
    passes: { setup: [label, campaign], ...applying('label', '{{campaign.id}}') },
  },
  { rule: 'label.apply.one-brand', refused: applyingBesideBrand('BRAND'), passes: applyingBesideBrand('CUSTOM') },
  {
    rule: 'label.apply.thirty-custom',
    isLarge: true,
    refused: applyingBesides(30),
    passes: applyingBesides(29),
  },
  {
    rule: 'label.remove.applied',
    refused: { setup: [label, campaign], ...removing('label', '{{campaign.id}}') },
    passes: {
      setup: [label, campaign, { as: 'applied', ...applying('label', '{{campaign.id}}') }],
      ...removing('label', '{{campaign.id}}'),
    },
  },
  {
    rule: 'label.apply.entities',
    refused: { setup: [label], ...applying('label') },
    passes: { setup: [label, campaign], ...applying('label', '{{campaign.id}}') },
  },
  {
    rule: 'label.apply.once',
    refused: { setup: [label, campaign], ...applying('label', '{{campaign.id}}', '{{campaign.id}}') },
    passes: { setup: [label, campaigns], ...applying('label', '{{campaigns[0].id}}', '{{campaigns[1].id}}') },
  },
]
