import { noTrialPins } from '../errors/protocol-errors.ts'
import type { Evidence } from '../rules/rule.ts'
import type { FaultRule } from './fault.ts'

/** A failure of production by name: the faults that imitate it, and how it is known. */
export interface FaultPreset {
  /** What it stands for. */
  readonly meaning: string
  readonly evidence: Evidence
  readonly source: string
  /** Each with what follows the name of the failure in its id; nothing where there is one fault. */
  readonly faults: Readonly<Record<string, FaultRule>>
}

/** Returns a fault of calls of an operation that answers an error of the API with a code of its own. */
function apiError(
  { operation, ...match }: FaultRule['match'] & { readonly operation: string },
  [status, code, message]: readonly [status: number, code: number, message: string],
  trigger: FaultRule['trigger'] = {},
): FaultRule {
  return { match: { operation, ...match }, trigger, effect: { type: 'status', status, body: { code, message } } }
}

const imageNotFetched = [400, 1, 'Sorry we could not fetch the image.'] as const
const sourceType = { operation: 'pins/create', body_path: 'media_source.source_type' }

/** Failures of production that clients meet, by name. */
export const faultPresets = {
  'spam-block': {
    meaning:
      'A client that makes Pins too fast, or alike, is taken for a spammer: none is made, and trying again soon does not help.',
    evidence: 'observed',
    source: 'POSTIZ #1962 for code and message; QS for the status, whose clients look for "spam" in a 429',
    faults: {
      '': apiError({ operation: 'pins/create' }, [
        429,
        9,
        "Sorry! You've hit a block (Pins) we have in place to combat spam. Please try again later!",
      ]),
    },
  },
  'image-fetch-failed': {
    meaning: 'The server of the image is slow or refuses: the Pin is not made, and the same call later is.',
    evidence: 'observed',
    source: 'POSTIZ #1931 for code and message; the status is assumed',
    faults: {
      one: apiError({ ...sourceType, body_equals: 'image_url' }, imageNotFetched, { first: 1 }),
      several: apiError({ ...sourceType, body_equals: 'multiple_image_urls' }, imageNotFetched, { first: 1 }),
    },
  },
  'report-cost-limit': {
    meaning:
      'Reports have a limit by cost beside the rate limits, with a code of its own, and the seconds to wait in the message alone.',
    evidence: 'second-hand',
    source: 'AIRT (C17, F69)',
    faults: {
      '': apiError(
        { operation: 'analytics/create_report' },
        [429, 2726, 'Reporting query cost limit exceeded. Retry after 1 seconds'],
        { first: 1 },
      ),
    },
  },
  'trial-app': {
    meaning: 'An app that has trial access may not create Pins in production.',
    evidence: 'observed',
    source: 'POSTIZ #1084',
    faults: {
      '': apiError({ operation: 'pins/create' }, [403, 29, noTrialPins]),
    },
  },
  deploy: {
    meaning:
      'For 30 seconds of the clock there is nothing behind the load balancer, which answers as it likes: 502, in HTML.',
    evidence: 'assumed',
    source: 'a decision of this project',
    faults: {
      '': {
        match: {},
        trigger: {},
        expires_in: 30,
        effect: {
          type: 'status',
          status: 502,
          headers: { 'content-type': 'text/html' },
          body: '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>',
        },
      },
    },
  },
  'flaky-network': {
    meaning:
      'A bad connection: every response is late by some 100 ms, of a hundred calls five are reset before anything is done, and of three the response is lost after it is done.',
    evidence: 'assumed',
    source: 'a decision of this project',
    faults: {
      slow: {
        match: {},
        trigger: {},
        effect: { type: 'latency', latency: { distribution: 'lognormal', median: 100, sigma: 0.5 } },
      },
      reset: { match: {}, trigger: { probability: 0.05 }, effect: { type: 'reset' } },
      lost: { match: {}, trigger: { probability: 0.03 }, effect: { type: 'answer_lost' } },
    },
  },
} as const satisfies Record<string, FaultPreset>

/** The name of a failure. */
export type FaultPresetName = keyof typeof faultPresets

/** The names of all failures. */
export const presetNames = Object.keys(faultPresets) as [FaultPresetName, ...FaultPresetName[]]

/** Returns the failure of a name; undefined where there is none. */
export const findPreset = (name: string): FaultPreset | undefined =>
  Object.hasOwn(faultPresets, name) ? faultPresets[name as FaultPresetName] : undefined

/** Returns the faults of a failure, each with its id. */
export const presetFaults = (name: FaultPresetName): readonly (readonly [id: string, rule: FaultRule])[] =>
  Object.entries<FaultRule>(faultPresets[name].faults).map(([part, rule]) => [
    part === '' ? name : `${name}-${part}`,
    rule,
  ])

/** Returns the effect of a failure that has only one; undefined for any other name. */
export function presetEffect(name: string): FaultRule['effect'] | undefined {
  const [effect, ...others] = Object.values(findPreset(name)?.faults ?? {}).map((rule) => rule.effect)
  return others.every((other) => JSON.stringify(other) === JSON.stringify(effect)) ? effect : undefined
}
