import { adBatch, adGroupBatch, campaignBatch } from './batches.ts'
import type { Call } from './calls/call.ts'
import type { Item } from './calls/items.ts'
import { resolve } from './calls/references.ts'
import { everyDelivery } from './delivered.ts'
import { agree } from './disagreement.ts'
import { createKeywords, everyKeyword, listKeywords, updateKeywords } from './keywords.ts'
import { applyOrRemove, labelBatch } from './labelling.ts'
import { everything, list } from './lists.ts'
import { letTimePass } from './rules/delivery.ts'
import { seenAd, seenAdGroup, seenCampaign } from './rules/status.ts'
import type { TestWorld } from './test-world.ts'

/** Makes the calls of a sequence, and compares each response, and at the end all stored entities and all figures, with the model. */
export async function runCalls(world: TestWorld, calls: readonly Call[]): Promise<void> {
  for (const call of calls) await make(world, call)
  await everything(world)
  await everyKeyword(world)
  await everyDelivery(world)
}

const batches = { campaigns: campaignBatch, ad_groups: adGroupBatch, ads: adBatch, labels: labelBatch }

async function make(world: TestWorld, call: Call): Promise<void> {
  const { state, foreign, control } = world
  const real = <Value>(value: Value): Value => resolve(value, state, foreign)
  switch (call.do) {
    case 'create':
    case 'update': {
      const repeated = Array.from({ length: call.times }, (_, index) => call.items[index % call.items.length] as Item)
      return await batches[call.kind](world, call.do, real(call.times === 1 ? call.items : repeated))
    }
    case 'apply':
    case 'remove':
      return await applyOrRemove(world, call.do, real(call.label) as string, real(call.campaigns) as string[])
    case 'fill ad groups':
      return await fillAdGroups(world, real(call.campaign) as string, 70 - call.but)
    case 'fill labels':
      return await fillLabels(world, real(call.campaign) as string, 30 - call.but)
    case 'create keywords':
      return await createKeywords(world, real(call.parent) as string, call.items)
    case 'update keywords':
      return await updateKeywords(world, real(call.items))
    case 'list keywords':
      return await listKeywords(world, call.filter, real(call.parent) as string | undefined, call.page_size)
    case 'list':
      return await list(world, call.kind, real(call.query) as object)
    case 'get':
      return await getOne(world, call.kind, real(call.id) as string)
    case 'advance':
      letTimePass(state, call.seconds)
      return await control('POST', '/time/advance', { by: `PT${call.seconds}S` })
    case 'feature':
      state.features = { ...state.features, [call.name]: call.on }
      return await control('PATCH', `/entities/ad_accounts/${state.account}`, { features: { [call.name]: call.on } })
  }
}

async function getOne({ state, get }: TestWorld, kind: 'campaigns' | 'ad_groups' | 'ads', id: string): Promise<void> {
  const { status, body } = await get(`/${kind}/${id}`)
  const campaign = kind === 'campaigns' && state.campaigns.get(id)
  const adGroup = kind === 'ad_groups' && state.adGroups.get(id)
  const ad = kind === 'ads' && state.ads.get(id)
  const description = `get ${kind}/${id}`
  if (campaign) return agree(description, { status, body }, { status: 200, body: seenCampaign(state, campaign) })
  if (adGroup) return agree(description, { status, body }, { status: 200, body: seenAdGroup(state, adGroup) })
  if (ad) return agree(description, { status, body }, { status: 200, body: seenAd(state, ad) })
  agree(description, { status, code: body.code }, { status: 404, code: 1012 })
}

/** As many ad groups under a campaign as leave it at its limit, or just before. */
async function fillAdGroups(world: TestWorld, campaign_id: string, up: number): Promise<void> {
  const { is_campaign_budget_optimization: cbo } = world.state.campaigns.get(campaign_id) ?? {}
  const item = { name: 'f', campaign_id, billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID' }
  const under = [...world.state.adGroups.values()].filter((one) => one.campaign_id === campaign_id).length
  for (let missing = up - under; missing > 0; missing -= 30) {
    const one = cbo ? item : { ...item, budget_in_micro_currency: 1 }
    await adGroupBatch(
      world,
      'create',
      Array.from({ length: Math.min(30, missing) }, () => one),
    )
  }
}

/** As many labels on a campaign. */
async function fillLabels(world: TestWorld, campaign: string, up: number): Promise<void> {
  const before = world.state.labels.size
  const items = Array.from({ length: up }, (_, index) => ({ label_type: 'CUSTOM', value: `${before} ${index}` }))
  await labelBatch(world, 'create', items)
  for (const label of [...world.state.labels.keys()].slice(before)) {
    await applyOrRemove(world, 'apply', label, [campaign])
  }
}
