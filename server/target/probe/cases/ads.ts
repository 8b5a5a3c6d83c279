import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'
import { adIn, adStep, changingAd, draftOfOther, patchingAd } from './ad-calls.ts'
import { adGroupIn, adGroupStep, cbo, patchingGroup } from './ad-group-calls.ts'
import { type Fields, patching } from './campaign-calls.ts'
import { secretPin } from './pins.ts'

const url = (length: number): string => 'https://example.com/'.padEnd(length, 'x')
const renamed = { name: '{{name renamed}}' }
const paused = adIn('cboGroup')
const draft = adIn('cboGroup', { status: 'DRAFT' })
const elsewhere = { ad_group_id: '{{targetedGroup.id}}' }
const tracked = (event: string, count: number, length: number) =>
  adIn('clickGroup', { tracking_urls: { [event]: Array<string>(count).fill(url(length)) } })

/** An ad that is renamed after it was changed to a status. */
const renamedAfter = (status: string): ProbeAct => ({
  setup: [adStep(paused), { as: 'changed', ...patchingAd({ status }) }],
  ...patchingAd(renamed),
})

const family: readonly ProbeStep[] = [{ as: 'campaign', ...cbo() }, adGroupStep(adGroupIn('campaign'))]

/** An ad that is created after its ad group, or the campaign above, was changed. */
const createdAfter = (changed: ProbeCall): ProbeAct => ({
  setup: [...family, { as: 'changed', ...changed }],
  ...adIn('adGroup'),
})

/** The draft of another Pin, to which a change gives that Pin. */
const draftGetting = (pin_id: string): ProbeAct => ({ setup: draftOfOther, ...patchingAd({ pin_id }) })

const lock = (field: string, change: Fields): ProbeCase => ({
  rule: `ad.locked.${field}`,
  refused: changingAd(paused, change),
  passes: changingAd(draft, change),
})

/** Ads and parents that are not there, states, locks, Pins, and what tracking URLs take. */
export const adCases: readonly ProbeCase[] = [
  {
    rule: 'ad.exists',
    refused: { operation: 'ads/update', body: [{ id: '1', ...renamed }] },
    passes: changingAd(paused, renamed),
  },
  {
    rule: 'ad_group.exists',
    moment: 'when an ad is created',
    refused: adIn('cboGroup', { ad_group_id: '1' }),
    passes: paused,
  },
  {
    rule: 'ad_group.exists',
    moment: 'when a draft ad moves',
    refused: changingAd(draft, { ad_group_id: '1' }),
    passes: changingAd(draft, elsewhere),
  },
  { rule: 'ad.status.final', refused: renamedAfter('ARCHIVED'), passes: renamedAfter('PAUSED') },
  {
    rule: 'ad.status.transition',
    refused: changingAd(paused, { status: 'DRAFT' }),
    passes: changingAd(draft, { status: 'PAUSED' }),
  },
  lock('creative_type', { creative_type: 'VIDEO' }),
  lock('ad_group_id', elsewhere),
  {
    rule: 'ad.locked.pin_id',
    refused: changingAd(paused, { pin_id: '{{pin.id}}' }, secretPin),
    passes: draftGetting('{{promotable_pin}}'),
  },
  {
    rule: 'ad.ad_group.open',
    refused: createdAfter(patchingGroup('adGroup', { status: 'ARCHIVED' })),
    passes: createdAfter(patchingGroup('adGroup', { status: 'PAUSED' })),
  },
  {
    rule: 'ad.ad_group.open',
    moment: 'when it is the campaign that was archived',
    refused: createdAfter(patching('{{campaign.id}}', { status: 'ARCHIVED' })),
    passes: createdAfter(patching('{{campaign.id}}', { status: 'PAUSED' })),
  },
  { rule: 'ad.pin.exists', refused: adIn('cboGroup', { pin_id: '1' }), passes: paused },
  {
    rule: 'ad.pin.exists',
    moment: 'in a draft',
    refused: draftGetting('1'),
    passes: draftGetting('{{promotable_pin}}'),
  },
  { rule: 'ad.tracking.three-urls', refused: tracked('click', 4, 30), passes: tracked('click', 3, 30) },
  { rule: 'ad.tracking.url-length', refused: tracked('impression', 1, 2001), passes: tracked('impression', 1, 2000) },
]
