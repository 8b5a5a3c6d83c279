import type { FastifyReply } from 'fastify'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson, warn } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { companyOf, requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import { listUsableAudiences } from './list.ts'
import { Audience, AudienceCreate, AudienceListQuery, AudiencePage, AudiencePath, AudienceUpdate } from './schema.ts'
import { listedAudienceText, readAudienceText, writtenAudienceText } from './serialize.ts'
import {
  type AudienceOutcome,
  changeAudience,
  createAudience,
  removeAudience,
  requireAudience,
  requireUsableAudience,
} from './service.ts'

/** Adds the operations on audiences. */
export function audienceRoutes(app: Operations): void {
  app.operation('audiences/list', {
    summary: 'List audiences',
    description:
      "Returns a page of the ad account's audiences, and those that are shared with it, ordered by id. Removed audiences are excluded.",
    schema: { params: AdAccountPath, querystring: AudienceListQuery, response: { 200: AudiencePage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING', ownership_type, exclude_nca = false } = query
      const filters = { ad_account_id, order, ownership_type, exclude_nca }
      const page = requestedPage({ operation, query }, filters)
      requireAdAccount(world, ad_account_id)
      const progress = readProgressOf(world, 'audiences')
      const rows = listUsableAudiences(world.db, filters, page)
      return replyWithPage(reply, page, rows, (row) =>
        listedAudienceText(row, companyOf(world, row.ad_account_id), progress),
      )
    },
  })

  app.operation('audiences/create', {
    summary: 'Create an audience',
    description:
      "Creates an audience with the status INITIALIZING. After a minute of the world's clock it has a size and is READY, or TOO_SMALL with fewer than 100 people.",
    schema: { params: AdAccountPath, body: AudienceCreate, response: { 200: Audience } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      return replyWithAudience(
        reply,
        world,
        world.write(() => createAudience(world, account, body)),
      )
    },
  })

  app.operation('audiences/get', {
    summary: 'Get an audience',
    description: 'Returns one audience that the ad account owns or that is shared with it.',
    schema: { params: AudiencePath, response: { 200: Audience } },
    handler: ({ params: { ad_account_id, audience_id }, world }, reply) => {
      const row = requireUsableAudience(world, requireAdAccount(world, ad_account_id), audience_id)
      const company = companyOf(world, row.ad_account_id)
      return sendJson(reply, readAudienceText(row, company, readProgressOf(world, 'audiences')))
    },
  })

  app.operation('audiences/update', {
    summary: 'Update or remove an audience',
    description:
      'Changes the fields that are sent; a rule replaces the stored rule. REMOVE removes the audience and returns it once more.',
    schema: { params: AudiencePath, body: AudienceUpdate, response: { 200: Audience } },
    handler: ({ params: { ad_account_id, audience_id }, body, world }, reply) => {
      const account = requireAdAccount(world, ad_account_id)
      const stored = requireAudience(world, account, audience_id)
      const isRemoved = body.operation_type === 'REMOVE'
      return replyWithAudience(
        reply,
        world,
        world.write(() => (isRemoved ? removeAudience(world, stored) : changeAudience(world, account, stored, body))),
      )
    },
  })
}

function replyWithAudience(reply: FastifyReply, world: World, { row, warnings }: AudienceOutcome): FastifyReply {
  warn(reply.request, warnings)
  return sendJson(reply, writtenAudienceText(row, progressOf(world, 'audiences')))
}
