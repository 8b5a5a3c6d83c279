import Fastify from 'fastify'
import { openMemory } from '../db/open.ts'
import { defaultUser } from '../server/domain/access/user.ts'
import type { Viewpoint } from '../server/domain/ads/status.ts'
import type { Outcome } from '../server/domain/rules/outcome.ts'
import { batchOf } from '../server/http/responses/batch.ts'
import { requestedPage } from '../server/http/responses/list.ts'
import { pageText } from '../server/http/responses/pagination.ts'
import { permissionsOf, requireAdAccount, viewpointOf } from '../server/resources/accounts/ad-accounts/service.ts'
import {
  type CampaignRow,
  campaignTable,
  listCampaigns,
} from '../server/resources/campaign-management/campaigns/repository.ts'
import {
  CampaignCreate,
  CampaignListQuery,
  CampaignUpdate,
} from '../server/resources/campaign-management/campaigns/schema.ts'
import { campaignText } from '../server/resources/campaign-management/campaigns/serialize.ts'
import { changeCampaign, createCampaign } from '../server/resources/campaign-management/campaigns/service.ts'
import { World } from '../server/worlds/world.ts'
import { announce } from './announce.ts'
import { imageWith, type Stored } from './image.ts'

/** What the bare server does beside the resource itself. */
export interface ResourceSettings {
  readonly stored: Stored
  /** The headers of its answers; none but the content type when absent. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Whether it keeps what a journal keeps of its last thousand requests. */
  readonly keepsRequests: boolean
}

interface OfAccount {
  readonly Params: { readonly ad_account_id: string; readonly campaign_id: string }
}

/**
 * Fastify with our campaigns and nothing between them: the same statements, schema, rules and texts, without hooks, tokens,
 * limits, faults, worlds and versions.
 */
process.once('message', async ({ stored, headers, keepsRequests }: ResourceSettings) => {
  const image = imageWith(stored)
  let db = openMemory(image)
  const world = new World({ name: 'bare', database: () => db })
  const [items, changes] = [batchOf(CampaignCreate), batchOf(CampaignUpdate)]
  const kept: unknown[] = []
  let received = 0

  const app = Fastify({ logger: false })
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('content-type', 'application/json')
    if (headers !== undefined) reply.headers(headers)
    next()
  })
  if (keepsRequests) {
    app.addHook('onSend', ({ id, method, url, headers: sent, body, operation }, reply, answer, next) => {
      const { statusCode: status } = reply
      kept[received++ % 1000] = { id, method, url, sent, body, operation, status, headers: reply.getHeaders(), answer }
      next(null, answer)
    })
  }
  const url = '/v5/ad_accounts/:ad_account_id/campaigns'
  app.get<OfAccount>(`${url}/:campaign_id`, ({ params }, reply) => {
    permissionsOf(world, defaultUser.id, params.ad_account_id)
    const account = requireAdAccount(world, params.ad_account_id)
    const row = campaignTable.find(world.db, account.id, params.campaign_id)
    reply.send(row && campaignText(row, viewpointOf(world, account)))
  })
  app.get<OfAccount>(url, ({ params, query }, reply) => {
    permissionsOf(world, defaultUser.id, params.ad_account_id)
    const parsed = CampaignListQuery.parse(query)
    const account = requireAdAccount(world, params.ad_account_id)
    const filters = { ad_account_id: account.id, entity_statuses: ['ACTIVE', 'PAUSED'], order: 'ASCENDING' } as const
    const page = requestedPage({ operation: null, query: parsed }, filters)
    const viewpoint = viewpointOf(world, account)
    const rows = listCampaigns(world.db, filters, page)
    reply.send(pageText(page.list, rows, (row) => campaignText(row, viewpoint)))
  })
  app.post<OfAccount>(url, ({ params, body }, reply) => {
    permissionsOf(world, defaultUser.id, params.ad_account_id)
    const sent = items.parse(body)
    const account = requireAdAccount(world, params.ad_account_id)
    const viewpoint = { now: world.clock.seconds(), billingDisabled: false }
    const entries = world.write(() => {
      const campaigns = campaignTable.collectRows(world.db)
      const created = sent.map((item) => createCampaign(world, account, item, campaigns))
      campaigns.store()
      return created.map((outcome) => entryOf(outcome, viewpoint))
    })
    reply.send(`{"items":[${entries.join(',')}]}`)
  })
  app.patch<OfAccount>(url, ({ params, body }, reply) => {
    permissionsOf(world, defaultUser.id, params.ad_account_id)
    const sent = changes.parse(body)
    const account = requireAdAccount(world, params.ad_account_id)
    const viewpoint = viewpointOf(world, account)
    const entries = world.write(() => sent.map((item) => entryOf(changeCampaign(world, account, item), viewpoint)))
    reply.send(`{"items":[${entries.join(',')}]}`)
  })
  app.post('/reset', (_request, reply) => {
    db.close()
    db = openMemory(image)
    reply.send('{}')
  })
  await announce(app)
})

const entryOf = (outcome: Outcome<CampaignRow>, viewpoint: Viewpoint): string =>
  `{"data":${'row' in outcome ? campaignText(outcome.row, viewpoint) : '{}'},"exceptions":[]}`
