import { isSet } from '#server/domain/ads/money.ts'
import { type ChangeRule, isNew } from '#server/domain/rules/change.ts'
import { both, type CampaignFacts, campaign } from './facts.ts'

const caps = ['daily_spend_cap', 'lifetime_spend_cap'] as const
const hasCap = ({ after }: CampaignFacts): boolean => isSet(after.daily_spend_cap) || isSet(after.lifetime_spend_cap)
const capsOf = ({ after: { daily_spend_cap, lifetime_spend_cap } }: CampaignFacts) => ({
  daily_spend_cap,
  lifetime_spend_cap,
})

/**
 * The smallest spending cap in micro-currency: one unit of the account's currency. Assumed: 10 was observed to be
 * refused and 10,000,000 to pass; the limit between them is not known.
 */
const minimumCap = 1_000_000

/** Returns the caps that a change sets too small. A stored cap that is sent again is not checked. */
const smallCaps = (facts: CampaignFacts): Readonly<Record<string, number>> =>
  Object.fromEntries(
    caps
      .map((cap) => [cap, facts.after[cap]] as const)
      .filter(([cap, amount]) => amount > 0 && amount < minimumCap && (isNew(facts) || facts.before?.[cap] !== amount)),
  )

/** The real service's own message, with its trailing space. */
const budgetMessage =
  'CBO (campaign budget optimization) campaigns should have a campaign [lifetime_spend_cap and end_time] or [daily_spend_cap]. '

/** Rules about the budget of a campaign, and the fields that can be combined with it. */
export const budgetRules: readonly ChangeRule<CampaignFacts>[] = [
  {
    id: 'campaign.budget.required',
    operations: both,
    fields: [...caps, 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'C2 (LOG23)',
    code: 2384,
    message: budgetMessage,
    literal: true,
    passes: 'A daily_spend_cap, or a lifetime_spend_cap with an end_time.',
    violated: (facts) => facts.after.is_campaign_budget_optimization && !hasCap(facts),
  },
  {
    id: 'campaign.budget.minimum',
    operations: both,
    fields: [...caps],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'C4 (LOG23): a daily cap of 10; the least that passes, and that lifetime caps have it too, are assumed',
    code: 1509,
    message: "Invalid 'spend_cap'",
    literal: true,
    passes: `Caps of ${minimumCap} micro-currency at least, or 0.`,
    sent: smallCaps,
    violated: (facts) => Object.keys(smallCaps(facts)).length > 0,
  },
  {
    id: 'campaign.budget.one-cap',
    operations: both,
    fields: [...caps],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Campaign Budgets; S523 CampaignCommon',
    code: 1,
    message: 'daily_spend_cap and lifetime_spend_cap cannot be set at the same time.',
    violated: ({ after }) => isSet(after.daily_spend_cap) && isSet(after.lifetime_spend_cap),
  },
  {
    id: 'campaign.budget.without-optimization',
    operations: both,
    fields: ['is_campaign_budget_optimization', ...caps],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign: caps belong to CBO campaigns',
    code: 1,
    message:
      'Without campaign budget optimization, daily_spend_cap and lifetime_spend_cap must be unset or 0: each ad group has its budget.',
    sent: capsOf,
    violated: (facts) => !facts.after.is_campaign_budget_optimization && hasCap(facts),
  },
  {
    id: 'campaign.budget.lifetime-needs-end',
    operations: both,
    fields: ['end_time', 'lifetime_spend_cap', 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'S528 Campaign; HFX; the code and the text are inferred from the text itself (C2)',
    code: 2384,
    message: budgetMessage,
    literal: true,
    passes: 'The same with an end_time.',
    sent: ({ after }) => ({ lifetime_spend_cap: after.lifetime_spend_cap, end_time: after.end_time }),
    violated: ({ after }) =>
      after.is_campaign_budget_optimization && isSet(after.lifetime_spend_cap) && after.end_time === null,
  },
  {
    id: 'campaign.budget.flexible-is-daily',
    operations: both,
    fields: ['is_flexible_daily_budgets', ...caps, 'is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'documented',
    source: 'GUIDE Campaign Budgets; S528 Campaign',
    code: 1,
    message: 'is_flexible_daily_budgets needs campaign budget optimization and a daily_spend_cap.',
    sent: capsOf,
    violated: ({ after }) =>
      after.is_flexible_daily_budgets && !(after.is_campaign_budget_optimization && isSet(after.daily_spend_cap)),
  },
  {
    id: 'campaign.budget.optimization-required',
    operations: both,
    fields: ['is_campaign_budget_optimization'],
    waitsForPublish: true,
    evidence: 'observed',
    source: 'PSDK PR #176: some accounts require it; here the feature require_cbo; the text is assumed',
    code: 1,
    message: 'is_campaign_budget_optimization must be true in this ad account.',
    sent: ({ after }) => after.is_campaign_budget_optimization,
    violated: ({ after, features }) => features.require_cbo && !after.is_campaign_budget_optimization,
  },
  {
    id: 'campaign.budget.seventy-ad-groups',
    operations: [campaign.update],
    fields: ['is_campaign_budget_optimization'],
    evidence: 'documented',
    source: 'S523 AdGroupCommon: a limit of CBO campaigns',
    code: 1,
    message: 'is_campaign_budget_optimization is for campaigns with at most 70 ad groups.',
    sent: ({ openAdGroups }) => `a campaign with ${openAdGroups()} ad groups`,
    violated: ({ before, after, openAdGroups }) =>
      before?.is_campaign_budget_optimization === false && after.is_campaign_budget_optimization && openAdGroups() > 70,
  },
]
