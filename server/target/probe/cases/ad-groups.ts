import type { ProbeCase } from '../probe-case.ts'
import { adGroupIn, adGroupStep, budgetedIn, cbo, changingGroup, patchingGroup } from './ad-group-calls.ts'
import { patching } from './campaign-calls.ts'

const url = (length: number): string => 'https://example.com/'.padEnd(length, 'x')
const urls = (event: string, count: number, length: number) => ({
  tracking_urls: { [event]: Array<string>(count).fill(url(length)) },
})
const renamed = { name: '{{name renamed}}' }

/** An ad group that was changed to a status before. */
const renamedAfter = (status: string) => ({
  setup: [adGroupStep(adGroupIn('cboCampaign')), { as: 'changed', ...patchingGroup('adGroup', { status }) }],
  ...patchingGroup('adGroup', renamed),
})

/** A creation in a campaign that was changed to a status before. */
const createdAfter = (status: string) => ({
  setup: [
    { as: 'campaign', ...cbo() },
    { as: 'changed', ...patching('{{campaign.id}}', { status }) },
  ],
  ...adGroupIn('campaign'),
})

const otherCampaign = { as: 'other', ...cbo() }

/** Ad groups that are not there, states, locks, and what lists and tracking URLs take. */
export const adGroupCases: readonly ProbeCase[] = [
  {
    rule: 'ad_group.exists',
    refused: { operation: 'ad_groups/update', body: [{ id: '1', ...renamed }] },
    passes: changingGroup(adGroupIn('cboCampaign'), renamed),
  },
  { rule: 'ad_group.status.final', refused: renamedAfter('ARCHIVED'), passes: renamedAfter('PAUSED') },
  {
    rule: 'ad_group.status.transition',
    refused: changingGroup(adGroupIn('cboCampaign'), { status: 'DRAFT' }),
    passes: changingGroup(adGroupIn('cboCampaign', { status: 'DRAFT' }), { status: 'PAUSED' }),
  },
  {
    rule: 'ad_group.locked.budget_type',
    refused: changingGroup(budgetedIn('perGroupCampaign', { end_time: '{{now+3600}}' }), { budget_type: 'LIFETIME' }),
    passes: changingGroup(budgetedIn('perGroupCampaign', { end_time: '{{now+3600}}', status: 'DRAFT' }), {
      budget_type: 'LIFETIME',
    }),
  },
  {
    rule: 'ad_group.locked.billable_event',
    refused: changingGroup(adGroupIn('salesCampaign'), { billable_event: 'CLICKTHROUGH' }),
    passes: changingGroup(adGroupIn('salesCampaign', { status: 'DRAFT' }), { billable_event: 'CLICKTHROUGH' }),
  },
  {
    rule: 'ad_group.locked.campaign_id',
    refused: changingGroup(adGroupIn('cboCampaign'), { campaign_id: '{{other.id}}' }, otherCampaign),
    passes: changingGroup(
      adGroupIn('cboCampaign', { status: 'DRAFT' }),
      { campaign_id: '{{other.id}}' },
      otherCampaign,
    ),
  },
  { rule: 'ad_group.campaign.open', refused: createdAfter('ARCHIVED'), passes: createdAfter('PAUSED') },
  {
    rule: 'ad_group.tracking.three-urls',
    refused: adGroupIn('cboCampaign', urls('click', 4, 30)),
    passes: adGroupIn('cboCampaign', urls('click', 3, 30)),
  },
  {
    rule: 'ad_group.tracking.url-length',
    refused: adGroupIn('cboCampaign', urls('impression', 1, 2001)),
    passes: adGroupIn('cboCampaign', urls('impression', 1, 2000)),
  },
  {
    rule: 'ad_group.tracking.url-length',
    moment: 'in an update',
    refused: changingGroup(adGroupIn('cboCampaign'), urls('click', 1, 2001)),
    passes: changingGroup(adGroupIn('cboCampaign'), urls('click', 1, 2000)),
  },
  {
    rule: 'ad_group.tracking.update-events',
    refused: changingGroup(adGroupIn('cboCampaign'), urls('buyable_button', 1, 30)),
    passes: changingGroup(adGroupIn('cboCampaign'), urls('click', 1, 30)),
  },
  {
    rule: 'ad_group.list.one-filter',
    refused: {
      operation: 'ad_groups/list',
      query: { campaign_ids: '{{cboCampaign.id}}', ad_group_ids: '{{cboGroup.id}}' },
    },
    passes: { operation: 'ad_groups/list', query: { campaign_ids: '{{cboCampaign.id}}' } },
  },
]
