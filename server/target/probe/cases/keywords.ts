import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep, ProbeValue } from '../probe-case.ts'
import { adGroupIn, adGroupStep, cbo } from './ad-group-calls.ts'
import { patching } from './campaign-calls.ts'

const negative = { match_type: 'EXACT_NEGATIVE', value: '{{name}}' }
const broad = { match_type: 'BROAD', value: '{{name}}' }

const adding = (parent_id: string, keyword: ProbeValue): ProbeCall => ({
  operation: 'keywords/create',
  body: { parent_id, keywords: [keyword] },
})
const archiving = (id: string, archived: boolean): ProbeCall => ({
  operation: 'keywords/update',
  body: { keywords: [{ id, archived }] },
})

/** A keyword of a campaign of its own, so that none of the ad account's searches change. */
const keyword: readonly ProbeStep[] = [
  { as: 'campaign', ...cbo() },
  { as: 'keyword', ...adding('{{campaign.id}}', negative) },
]

/** Keywords of an ad group whose campaign was changed to a status before. */
const addedAfter = (status: string): ProbeAct => ({
  setup: [
    { as: 'campaign', ...cbo() },
    adGroupStep(adGroupIn('campaign')),
    { as: 'changed', ...patching('{{campaign.id}}', { status }) },
  ],
  ...adding('{{adGroup.id}}', broad),
})

/** Cases of the rules about keywords. */
export const keywordCases: readonly ProbeCase[] = [
  {
    rule: 'keyword.parent.exists',
    moment: 'where there is no parent',
    refused: adding('1', broad),
    passes: adding('{{cboGroup.id}}', broad),
  },
  {
    rule: 'keyword.parent.exists',
    moment: 'where the letters name another kind',
    refused: adding('C{{cboGroup.id}}', broad),
    passes: adding('AG{{cboGroup.id}}', broad),
  },
  {
    rule: 'keyword.parent.exists',
    moment: 'where the campaign above is archived',
    refused: addedAfter('ARCHIVED'),
    passes: addedAfter('PAUSED'),
  },
  {
    rule: 'keyword.match-type.negative-only',
    moment: 'on a campaign',
    refused: adding('{{cboCampaign.id}}', broad),
    passes: adding('{{cboCampaign.id}}', negative),
  },
  {
    rule: 'keyword.exists',
    refused: archiving('1', true),
    passes: { setup: keyword, ...archiving('{{keyword.id}}', true) },
  },
  {
    rule: 'keyword.archived.final',
    refused: {
      setup: [...keyword, { as: 'archived', ...archiving('{{keyword.id}}', true) }],
      ...archiving('{{keyword.id}}', false),
    },
    passes: { setup: keyword, ...archiving('{{keyword.id}}', false) },
  },
  {
    rule: 'keyword.list.one-parent',
    refused: {
      operation: 'keywords/get',
      query: { campaign_id: '{{cboCampaign.id}}', ad_group_ids: '{{cboGroup.id}}' },
    },
    passes: { operation: 'keywords/get', query: { ad_group_ids: '{{cboGroup.id}}' } },
  },
]
