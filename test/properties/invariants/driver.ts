import type { Answer, Json, Mock } from '#test/support/mock.ts'
import type { Call } from './model.ts'

const day = 86_400

/** Ids by kind in the order of their creation, as the answers told them. */
export interface Known {
  readonly campaigns: string[]
  readonly adGroups: string[]
  readonly labels: string[]
  /** Campaigns that were sent another way of budgeting: their ad groups keep times from before. */
  readonly toggled: Set<string>
}

/** What calls of a sequence are made with. */
export interface Driven extends Pick<Mock, 'clock' | 'get' | 'post' | 'patch'> {
  /** Puts an entity into a state by test control, or is refused with a 400. */
  edit(kind: string, id: string, change: Json): Promise<Pick<Answer, 'status' | 'body'>>
}

/** Makes one call of a sequence and notes what was created. Fails on any answer that is not a 200. */
export async function drive(mock: Driven, known: Known, call: Call): Promise<void> {
  const at = (ids: readonly string[], index: number): string => ids[index % Math.max(1, ids.length)] ?? '1'
  const now = mock.clock.seconds()
  const timed = (item: Json): Json => ({
    ...item,
    ...(item.start_time !== undefined && { start_time: now + item.start_time * day }),
    ...(item.end_time !== undefined && { end_time: now + item.end_time * day }),
  })
  switch (call.kind) {
    case 'create campaign':
      return created(known.campaigns, await mock.post('/campaigns', [{ name: 'x', ...timed(call.item) }]))
    case 'change campaign':
      if (call.item.is_campaign_budget_optimization !== undefined) known.toggled.add(at(known.campaigns, call.which))
      return await ok(mock.patch('/campaigns', [{ id: at(known.campaigns, call.which), ...timed(call.item) }]))
    case 'create ad group': {
      const item = { name: 'x', campaign_id: at(known.campaigns, call.which), ...timed(call.item) }
      return created(known.adGroups, await mock.post('/ad_groups', [item]))
    }
    case 'change ad group':
      return await ok(mock.patch('/ad_groups', [{ id: at(known.adGroups, call.which), ...timed(call.item) }]))
    case 'edit campaign':
      return await okOrRefused(mock.edit('campaigns', at(known.campaigns, call.which), call.item))
    case 'edit ad group':
      return await okOrRefused(mock.edit('ad_groups', at(known.adGroups, call.which), call.item))
    case 'create label': {
      const { body } = await mock.post('/labels', { labels: [call.item] })
      known.labels.push(...body.labels.map(({ id }: Json) => id))
      return
    }
    case 'change label':
      return await ok(mock.patch('/labels', { labels: [{ id: at(known.labels, call.which), ...call.item }] }))
    case 'apply label':
    case 'remove label': {
      if (known.labels.length === 0) return
      const verb = call.kind === 'apply label' ? 'apply' : 'remove'
      const entity_ids = [...new Set(call.campaigns.map((index) => at(known.campaigns, index)))]
      return await ok(mock.post(`/labels/${at(known.labels, call.which)}/${verb}`, { entity_ids }))
    }
    case 'advance':
      mock.clock.advance(call.days * day * 1000)
  }
}

async function ok(answer: Promise<{ status: number; body: Json }>): Promise<void> {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
}

/** A draft may not be edited out of its state, and there may be nothing yet to edit. */
async function okOrRefused(answer: Promise<{ status: number; body: Json }>): Promise<void> {
  const { status, body } = await answer
  if (![200, 400, 404].includes(status)) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
}

function created(ids: string[], { status, body }: { status: number; body: Json }): void {
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`)
  const id = body.items[0].data?.id
  if (id !== undefined) ids.push(id)
}
