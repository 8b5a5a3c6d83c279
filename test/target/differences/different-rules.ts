import { token } from '#test/unit/target/probe/probing.ts'
import type { Deliberate } from './difference.ts'

/** A name that breaks what does not expect it, and that every sentence about the account may have. */
export const hostile = 'Zoë\'s "Käse" <b>$1\\d+.* & Co'

/** Stands for the id of the ad account in texts. */
export const accountMark = 'ACCOUNT'

const ruled = (what: string, rule: string, override: object, ...differences: readonly string[]): Deliberate => ({
  what,
  rules: { [rule]: override },
  probe: differences.map((difference) => `${rule} ${difference}`),
})

/** What differs in rules: codes, texts, statuses, and rules that the service lacks. */
export const differentRules: readonly Deliberate[] = [
  {
    ...ruled('another code', 'campaign.budget.one-cap', { code: 4712 }, 'code'),
    compare: ['campaigns/create code items[].exceptions'],
  },
  ruled(
    'another code and another text',
    'campaign.schedule.end-after-start',
    { code: 99, message: 'The end comes first.' },
    'code+message',
  ),
  ruled(
    'a text with data of the account',
    'campaign.objective.app',
    { message: `Apps of ${hostile} (${accountMark}) need "APP_INSTALL"; ask zoe@example.org or ${token}.` },
    'message',
  ),
  ruled(
    'a text with a time and an id of the request',
    'campaign.locked.objective_type',
    { message: 'Objective is fixed since 2026-11-29T10:00:00Z (rid 7b1d6f2e-1f0a-4c7e-9d3a-0a1b2c3d4e5f).' },
    'message',
  ),
  ruled('a rule of creations that is off', 'campaign.budget.flexible-is-daily', { off: true }, 'outcome'),
  ruled('a rule of a second call that is off', 'label.apply.one-brand', { off: true }, 'outcome'),
  ruled('a rule of another list that is off', 'ad_group.tracking.three-urls', { off: true }, 'outcome'),
  ruled('another text of a list outside batches', 'label.value.unique', { message: 'Label exists.' }, 'message'),
  ruled('another code of a read', 'keyword.list.one-parent', { code: 3 }, 'code'),
  ruled('another text of a time', 'ad_group.schedule.end-in-future', { message: 'The end is over.' }, 'message'),
  ruled('another code of a figure', 'schedule.multipliers.range', { code: 77 }, 'code'),
  ruled(
    'another text of a whole request',
    'targeting_template.update.attributes',
    { message: 'Send attributes.' },
    'message',
  ),
  ruled('another code of figures', 'analytics.days.order', { code: 78 }, 'code'),
  ruled('another status of a read', 'analytics.ads.filter', { status: 422 }, 'status'),
  ruled('a rule with another status by the service', 'board.create.name-taken', { status: 409 }, 'status'),
]
