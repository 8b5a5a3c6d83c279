import type { ProbeAct, ProbeCall, ProbeStep } from '../probe-case.ts'
import type { Fields } from './campaign-calls.ts'
import { secretPin } from './pins.ts'

/** An ad of the Pin that the user names, in an ad group that is made. It never delivers. */
export const adIn = (adGroup: string, more: Fields = {}): ProbeCall => ({
  operation: 'ads/create',
  body: [
    {
      name: '{{name}}',
      ad_group_id: `{{${adGroup}.id}}`,
      creative_type: 'REGULAR',
      pin_id: '{{promotable_pin}}',
      status: 'PAUSED',
      ...more,
    },
  ],
})

/** A call that changes the ad that a step made. */
export const patchingAd = (change: Fields): ProbeCall => ({
  operation: 'ads/update',
  body: [{ id: '{{ad.id}}', ...change }],
})

/** A step that makes an ad, by the name of `ad`. */
export const adStep = (made: ProbeCall): ProbeStep => ({ as: 'ad', ...made })

/** An act that makes an ad, and changes it. */
export const changingAd = (made: ProbeCall, change: Fields, ...before: readonly ProbeStep[]): ProbeAct => ({
  setup: [...before, adStep(made)],
  ...patchingAd(change),
})

/** An act that makes a draft, and publishes it as a paused ad. */
export const publishingAd = (made: ProbeCall, change: Fields = {}): ProbeAct =>
  changingAd(made, { ...change, status: 'PAUSED' })

/** A draft of a Pin of the probe's own. */
export const draftOfOther: readonly ProbeStep[] = [
  secretPin,
  adStep(adIn('cboGroup', { pin_id: '{{pin.id}}', status: 'DRAFT' })),
]
