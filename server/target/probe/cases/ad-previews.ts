import type { ProbeAct, ProbeCall, ProbeCase, ProbeStep } from '../probe-case.ts'
import { adIn, adStep, patchingAd } from './ad-calls.ts'
import { adGroupIn, adGroupStep } from './ad-group-calls.ts'
import { secretPin } from './pins.ts'

const previewing = (ad_group_id: string): ProbeCall => ({
  operation: 'campaign_ad_preview/create',
  body: [{ ad_group_id }],
})
const removing = (ad_group_ids: string): ProbeCall => ({
  operation: 'campaign_ad_preview/delete',
  query: { ad_group_ids },
})

/** A preview of an ad group of its own, after steps. */
const previewingAfter = (...steps: readonly ProbeStep[]): ProbeAct => ({
  setup: [adGroupStep(adGroupIn('cboCampaign')), ...steps],
  ...previewing('{{adGroup.id}}'),
})
const ad = adStep(adIn('adGroup'))
const changed = (status: string): ProbeStep => ({ as: 'changed', ...patchingAd({ status }) })
const adOfSecretPin = adStep(adIn('adGroup', { pin_id: '{{pin.id}}' }))
const deleted: ProbeStep = { as: 'deleted', operation: 'pins/delete', params: { pin_id: '{{pin.id}}' } }

/** Previews of Pins and of ad groups, which are deleted again; on Pinterest they expire as well. */
export const adPreviewCases: readonly ProbeCase[] = [
  {
    rule: 'ad_preview.pin.exists',
    refused: { operation: 'ad_previews/create', body: { pin_id: '1' } },
    passes: { operation: 'ad_previews/create', body: { pin_id: '{{promotable_pin}}' } },
  },
  {
    rule: 'campaign_ad_preview.ad_group.exists',
    moment: 'on creation',
    refused: previewing('1'),
    passes: previewingAfter(ad),
  },
  {
    rule: 'campaign_ad_preview.ad_group.exists',
    moment: 'on deletion',
    refused: removing('1'),
    passes: removing('{{cboGroup.id}}'),
  },
  {
    rule: 'campaign_ad_preview.ads.some',
    refused: previewingAfter(ad, changed('ARCHIVED')),
    passes: previewingAfter(ad, changed('PAUSED')),
  },
  {
    rule: 'campaign_ad_preview.ads.complete',
    refused: previewingAfter(secretPin, adOfSecretPin, deleted),
    passes: previewingAfter(ad),
  },
  {
    rule: 'campaign_ad_preview.delete.all',
    also: ['campaign_ad_preview.ad_group.exists'],
    refused: removing('{{cboGroup.id}},1'),
    passes: removing('{{cboGroup.id}}'),
  },
]
