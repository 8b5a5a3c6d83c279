import type { Window } from '#server/domain/ads/status.ts'
import { type ChangeRule, isNew } from '#server/domain/rules/change.ts'
import { type AdGroupFacts, both, underCbo } from './facts.ts'

const hasTimes = ({ start_time, end_time }: Window): boolean => start_time !== null || end_time !== null

const windowsOf = ({ after, campaign }: AdGroupFacts) => ({
  ad_group: { start_time: after.start_time, end_time: after.end_time },
  campaign: { start_time: campaign.start_time, end_time: campaign.end_time },
})

/** Returns the times that a change sets: both times of a new ad group, otherwise those that were sent. */
const timesOf = (facts: AdGroupFacts): readonly (number | null)[] =>
  (['start_time', 'end_time'] as const)
    .filter((field) => isNew(facts) || field in facts.sent)
    .map((field) => facts.after[field])

const isWithin = (time: number | null, { start_time, end_time }: Window): boolean =>
  time === null || ((start_time === null || time >= start_time) && (end_time === null || time <= end_time))

/** Rules about the run time of an ad group, in addition to those of every schedule. */
export const windowRules: readonly ChangeRule<AdGroupFacts>[] = [
  {
    id: 'ad_group.schedule.cbo-times',
    operations: both,
    fields: ['start_time', 'end_time', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Scheduling ads; a closed beta, here the feature cbo_ad_group_schedule',
    code: 1,
    message:
      'start_time and end_time cannot be set under a campaign with campaign budget optimization: the campaign has the schedule.',
    sent: ({ after: { start_time, end_time } }) => ({ start_time, end_time }),
    violated: (facts) => underCbo(facts) && hasTimes(facts.after) && !facts.features.cbo_ad_group_schedule,
  },
  {
    id: 'ad_group.schedule.within-campaign',
    operations: both,
    fields: ['start_time', 'end_time', 'campaign_id'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Potential ad group/campaign scheduling discrepancies; the code is assumed',
    code: 1,
    message: "start_time and end_time must lie within the campaign's schedule.",
    sent: windowsOf,
    violated: (facts) => timesOf(facts).some((time) => !isWithin(time, facts.campaign)),
  },
]
