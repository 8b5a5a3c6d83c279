import { found } from '#server/domain/errors/found.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type DeletionRequestRow, deletionRequestTable } from './repository.ts'
import { deletionRequestErrors } from './resource.ts'
import {
  DeletionRequest,
  DeletionRequestCreate,
  DeletionRequestListQuery,
  DeletionRequestPage,
  DeletionRequestPath,
} from './schema.ts'
import { deletionRequestText } from './serialize.ts'
import { cancelDeletionRequest, createDeletionRequest } from './service.ts'

/** Adds the operations on requests for deletion. */
export function deletionRequestRoutes(app: Operations): void {
  app.operation('conversion_deletion_request/list', {
    summary: 'List deletion requests',
    description: "Returns a page of the ad account's requests of any status, ordered by id.",
    schema: { params: AdAccountPath, querystring: DeletionRequestListQuery, response: { 200: DeletionRequestPage } },
    handler: ({ operation, params: { ad_account_id }, query, world }, reply) => {
      const { order = 'ASCENDING' } = query
      const page = requestedPage({ operation, query }, { ad_account_id, order })
      requireAdAccount(world, ad_account_id)
      const range = { after: page.after, limit: page.limit, descending: order === 'DESCENDING' }
      const rows = deletionRequestTable.pageWithin(world.db, ad_account_id, range)
      return replyWithPage(reply, page, rows, (row) => deletionRequestText(row, world.clock.seconds()))
    },
  })

  app.operation('conversion_deletion_request/create', {
    summary: 'Create a deletion request',
    description:
      "Requests the deletion of conversion events. After 72 hours of the world's clock reports no longer count them.",
    schema: { params: AdAccountPath, body: DeletionRequestCreate, response: { 200: DeletionRequest } },
    handler: ({ params, body, world }, reply) => {
      const account = requireAdAccount(world, params.ad_account_id)
      const row = world.write(() => createDeletionRequest(world, account, body))
      return sendJson(reply, deletionRequestText(row, world.clock.seconds()))
    },
  })

  app.operation('conversion_deletion_request/get', {
    summary: 'Get a deletion request',
    description: 'Returns one request: PENDING for 72 hours, then SUBMITTED; CANCELLED when it was deleted before.',
    schema: { params: DeletionRequestPath, response: { 200: DeletionRequest } },
    handler: ({ params, world }, reply) =>
      sendJson(reply, deletionRequestText(requireRequest(world, params), world.clock.seconds())),
  })

  app.operation('conversion_deletion_request/delete', {
    summary: 'Cancel a deletion request',
    description: 'Cancels a request while it is PENDING. It stays in lists as CANCELLED.',
    schema: { params: DeletionRequestPath, response: { 204: NoContent } },
    handler: ({ params, world }, reply) => {
      const row = requireRequest(world, params)
      world.write(() => cancelDeletionRequest(world, row))
      return sendNothing(reply)
    },
  })
}

function requireRequest(
  world: World,
  { ad_account_id, request_id }: { ad_account_id: string; request_id: string },
): DeletionRequestRow {
  const { id } = requireAdAccount(world, ad_account_id)
  return found(
    deletionRequestTable.find(world.db, id, request_id),
    deletionRequestErrors['conversion_deletion_request.path'],
  )
}
