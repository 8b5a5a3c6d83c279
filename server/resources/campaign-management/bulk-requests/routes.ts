import { entityFinder } from '#server/collections/entity-routes.ts'
import { signedUrl } from '#server/http/files/signed-link.ts'
import { nameRules, sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountOwner } from '#server/resources/accounts/ad-accounts/owner.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import { fileOf } from './file.ts'
import { bulkRequestTable } from './repository.ts'
import { bulkRequestErrors } from './resource.ts'
import { BulkDownloadCreate, BulkRequest, BulkRequestCreated, BulkRequestPath, BulkRequestQuery } from './schema.ts'
import { createDownload, createUpsert } from './service.ts'
import { bulkStatus, resultsOf } from './state.ts'
import { upsert } from './upsert.ts'
import { BulkUpsertCreate } from './upsert-schema.ts'

const requestIn = entityFinder({
  owner: adAccountOwner,
  table: bulkRequestTable,
  path: BulkRequestPath,
  notFound: bulkRequestErrors['bulk_request.path'],
})

/** Adds the operations on bulk requests. */
export function bulkRequestRoutes(app: Operations): void {
  app.operation('bulk_download/create', {
    summary: 'Download entities',
    description: "Begins a download of entities to a file. It is SUCCEEDED ten seconds later by the world's clock.",
    schema: { params: AdAccountPath, body: BulkDownloadCreate, response: { 200: BulkRequestCreated } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const { id } = world.write(() => createDownload(world, account, body))
      return sendJson(reply, JSON.stringify({ request_id: id }))
    },
  })

  app.operation('bulk_upsert/create', {
    summary: 'Create and change entities',
    description:
      'Creates and changes entities by the rules of the single operations, each by itself: parents first. The file of the bulk request has a result for each item.',
    schema: { params: AdAccountPath, body: BulkUpsertCreate, response: { 200: BulkRequestCreated } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const { id, violations } = world.write(() => {
        const outcome = upsert(world, account, body)
        return { ...createUpsert(world, account, outcome.items), violations: outcome.violations }
      }, true)
      nameRules(reply, violations)
      return sendJson(reply, JSON.stringify({ request_id: id }))
    },
  })

  app.operation('bulk_request/get', {
    summary: 'Get a bulk request',
    description: 'Returns the state of a bulk request, and once it has ended a URL of its file.',
    schema: { params: BulkRequestPath, querystring: BulkRequestQuery, response: { 200: BulkRequest } },
    handler: (request, reply) => {
      const { world, origin, id: requestId, query } = request
      const row = requestIn(request)
      const status = bulkStatus(row, readProgressOf(world, 'bulk_requests'))
      // Each response has a URL of its own, so none is cached.
      request.version = null
      const context = { origin, world: world.name, now: world.clock.seconds(), requestId }
      const hasFile = status !== 'RUNNING' && row.held === null
      const failed = resultsOf(row).filter((one) => one.status === 'FAILURE')
      return sendJson(
        reply,
        JSON.stringify({
          status,
          ...(hasFile && { result_url: signedUrl(fileOf(row), context) }),
          workload_id: Number(row.id),
          ...(query.include_details === true && status !== 'RUNNING' && { details: failed }),
        }),
      )
    },
  })
}
