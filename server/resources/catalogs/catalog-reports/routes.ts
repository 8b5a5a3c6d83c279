import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { actorQuery } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import { processDueFeeds } from '../feed-processing-results/due.ts'
import { needsCatalog } from '../product-groups/business.ts'
import { catalogReportDocument } from './document.ts'
import { fileOf } from './file.ts'
import {
  CatalogReport,
  CatalogReportCreate,
  CatalogReportQuery,
  CatalogReportStatsPage,
  CatalogReportStatsQuery,
  CatalogReportToken,
} from './schema.ts'
import { createCatalogReport, isFinished, requireCatalogReport } from './service.ts'
import { sourceOf } from './source.ts'
import { issueCounts } from './stats.ts'

/** Adds the operations on reports on catalogs. */
export function catalogReportRoutes(app: Operations): void {
  app.operation('reports/create', {
    summary: 'Create a report on a catalog',
    description: 'Begins a report. Equal requests of one day have the same report.',
    precondition: needsCatalog,
    schema: { querystring: z.object(actorQuery), body: CatalogReportCreate, response: { 200: CatalogReportToken } },
    handler: async (request, reply) => {
      const { world, body, server } = request
      const owner = { id: actorOf(request) }
      const { token } = world.write(() => createCatalogReport(world, owner, body))
      await processDueFeeds(world, owner.id, server.feedSources)
      return sendJson(reply, JSON.stringify({ token }))
    },
  })

  app.operation('reports/get', {
    summary: 'Get a report on a catalog',
    description: 'Returns the state of a report, and the URL of its file in CSV when it is finished.',
    precondition: needsCatalog,
    schema: { querystring: CatalogReportQuery, response: { 200: CatalogReport } },
    handler: async (request, reply) => {
      const { world, query } = request
      const row = requireCatalogReport(world, { id: actorOf(request) }, query.token)
      if (!isFinished(row, readProgressOf(world, 'catalog_reports')))
        return sendJson(reply, JSON.stringify({ report_status: 'IN_PROGRESS', url: null, size: null }))
      let size = 0
      for await (const text of catalogReportDocument(world, row)) size += Buffer.byteLength(text)
      const url = signedUrl(fileOf(row), request)
      return sendJson(reply, JSON.stringify({ report_status: 'FINISHED', url, size }))
    },
  })

  app.operation('reports/stats', {
    summary: 'Count the issues of a catalog',
    description: 'Returns a page of the issues of a feed or catalog with the number of items that have them.',
    precondition: gatherParameters,
    schema: { querystring: CatalogReportStatsQuery, response: { 200: CatalogReportStatsPage } },
    handler: async (request, reply) => {
      const { world, query, server } = request
      const owner = { id: actorOf(request) }
      const page = requestedPage(request, { ownerId: owner.id, parameters: query.parameters })
      const source = sourceOf(world, owner, query.parameters)
      await processDueFeeds(world, owner.id, server.feedSources)
      const { after = 0, limit } = page
      const rows = (await issueCounts(world, source)).filter(({ seq }) => seq > after)
      return replyWithPage(reply, page, rows.slice(0, limit), ({ seq: _, ...count }) => JSON.stringify(count))
    },
  })
}

/** Makes one object of parameters such as `parameters[report][report_type]`, which is how the API documents them. */
function gatherParameters(request: FastifyRequest): void {
  const query = request.query as Record<string, unknown>
  const gathered: Record<string, Record<string, unknown>> = {}
  let isSent = false
  for (const [name, value] of Object.entries(query)) {
    const [, field, within] = /^parameters\[(catalog_type|report)\](?:\[([a-z_]+)\])?$/.exec(name) ?? []
    if (field === undefined) continue
    isSent = true
    delete query[name]
    if (within === undefined) Object.assign(gathered, { [field]: value })
    else gathered[field] = { ...gathered[field], [within]: value }
  }
  if (isSent) query.parameters = gathered
}
