import type { Json, Mock } from '#test/support/mock.ts'
import type { Known } from './driver.ts'

const everyStatus = 'entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT&page_size=7'

/** Everything of a list, page by page. */
export async function listAll(mock: Pick<Mock, 'get'>, path: string): Promise<readonly Json[]> {
  const items: Json[] = []
  let bookmark: string | null = ''
  do {
    const { body }: { body: Json } = await mock.get(`${path}&bookmark=${bookmark}`)
    items.push(...body.items)
    bookmark = body.bookmark
  } while (bookmark !== null)
  return items
}

const live = ({ status }: Json): boolean => !['DRAFT', 'DELETED_DRAFT'].includes(status)
const open = ({ status }: Json): boolean => !['ARCHIVED', 'DELETED_DRAFT'].includes(status)
const ids = (items: readonly Json[]): readonly string[] => items.map(({ id }) => id)

/** What is wrong with what the server holds, in sentences; nothing when every invariant holds. */
export async function brokenInvariants(mock: Pick<Mock, 'get'>, known: Known): Promise<readonly string[]> {
  const campaigns = await listAll(mock, `/campaigns?${everyStatus}`)
  const adGroups = await listAll(mock, `/ad_groups?${everyStatus}`)
  const broken: string[] = []
  const must = (holds: boolean, sentence: string): void => void (holds || broken.push(sentence))

  must(`${ids(campaigns)}` === `${known.campaigns}`, 'the list of campaigns is what was stored, in order')
  must(`${ids(adGroups)}` === `${known.adGroups}`, 'the list of ad groups is what was stored, in order')
  must(`${known.campaigns}` === `${[...new Set(known.campaigns)].sort()}`, 'ids are unique and rise')

  for (const { id, daily_spend_cap: daily, lifetime_spend_cap: lifetime, ...campaign } of campaigns.filter(live)) {
    const capped = Number(daily > 0) + Number(lifetime > 0)
    const cbo = campaign.is_campaign_budget_optimization
    must(capped === (cbo ? 1 : 0), `campaign ${id} has one cap under CBO and none without`)
    must(!(cbo && lifetime > 0) || campaign.end_time !== null, `campaign ${id} with a lifetime cap ends`)
    must(campaign.end_time === null || campaign.end_time > campaign.start_time, `campaign ${id} ends after it starts`)
    must(!campaign.is_flexible_daily_budgets || (cbo && daily > 0), `campaign ${id} is flexible with a daily cap only`)
  }
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]))
  for (const { id, campaign_id, budget_type, budget_in_micro_currency: budget, ...adGroup } of adGroups
    .filter(live)
    .filter(open)) {
    const campaign = byId.get(campaign_id)
    if (!live(campaign) || !open(campaign)) continue
    const cbo = campaign.is_campaign_budget_optimization
    must((budget_type === 'CBO_ADGROUP') === cbo, `ad group ${id} has the budget type of its campaign`)
    must(!cbo || !(budget > 0), `ad group ${id} has no budget under CBO`)
    const untimed = (adGroup.start_time ?? adGroup.end_time) === null
    must(!cbo || untimed || known.toggled.has(campaign_id), `ad group ${id} has no times under CBO`)
    must(budget_type !== 'LIFETIME' || adGroup.end_time !== null, `ad group ${id} with a lifetime budget ends`)
  }
  for (const campaign of campaigns) {
    const children = adGroups.filter((adGroup) => adGroup.campaign_id === campaign.id && open(adGroup))
    must(!campaign.is_campaign_budget_optimization || children.length <= 70, `campaign ${campaign.id} has 70 at most`)
    const labels = await listAll(mock, `/labels?campaign_ids=${campaign.id}`)
    must(labels.filter(({ label_type }) => label_type === 'BRAND').length <= 1, `campaign ${campaign.id} has one brand`)
    must(labels.length <= 31, `campaign ${campaign.id} has 30 custom labels at most`)
  }
  return broken
}
