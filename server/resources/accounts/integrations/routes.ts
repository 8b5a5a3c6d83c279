import { routesFor } from '#server/collections/routes-for.ts'
import { NoContent, sendJson, sendNothing, warn } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { callerOwner } from '../ad-accounts/owner.ts'
import { IntegrationLogs, IntegrationLogsReply, RejectedLogs } from './logs-schema.ts'
import { unknownReferences } from './references.ts'
import { integrationTable } from './repository.ts'
import { integrationErrors } from './resource.ts'
import {
  CommerceIntegration,
  CommercePath,
  IntegrationCreate,
  IntegrationListQuery,
  IntegrationPage,
  IntegrationPath,
  IntegrationRecord,
  IntegrationUpdate,
} from './schema.ts'
import { commerceText } from './serialize.ts'
import { changeIntegration, connectBusiness, integrationOf } from './service.ts'

const integrations = routesFor({ owner: callerOwner, table: integrationTable })
const integration = integrations.entity(IntegrationPath, integrationErrors['integration.path'])

/** Adds the operations on integrations. */
export function integrationRoutes(app: Operations): void {
  app.operation('integrations_commerce/post', {
    summary: 'Connect a business',
    description:
      'Connects a business of another platform to the calling user. A business that the user has connected before is updated.',
    schema: { body: IntegrationCreate, response: { 200: CommerceIntegration } },
    handler: (request, reply) => {
      const { body, world, caller } = request
      const row = world.write(() => connectBusiness(world, { id: caller.userId }, body))
      warn(request, unknownReferences(world, body))
      return sendJson(reply, commerceText(row))
    },
  })

  app.operation('integrations_commerce/get', {
    summary: 'Get a commerce integration',
    description: 'Returns the integration of one business, without its tokens.',
    schema: { params: CommercePath, response: { 200: CommerceIntegration } },
    handler: ({ params, world, caller }, reply) =>
      sendJson(reply, commerceText(integrationOf(world, caller.userId, params.external_business_id))),
  })

  app.operation('integrations_commerce/patch', {
    summary: 'Update a commerce integration',
    description: 'Changes the fields that are sent. null clears a field.',
    schema: { params: CommercePath, body: IntegrationUpdate, response: { 200: CommerceIntegration } },
    handler: (request, reply) => {
      const { params, body, world, caller } = request
      const before = integrationOf(world, caller.userId, params.external_business_id)
      const row = world.write(() => changeIntegration(world, before, body))
      warn(request, unknownReferences(world, body))
      return sendJson(reply, commerceText(row))
    },
  })

  app.operation('integrations_commerce/del', {
    summary: 'Delete a commerce integration',
    description: 'Disconnects a business. Its catalog, feeds and tags remain.',
    schema: { params: CommercePath, response: { 204: NoContent } },
    handler: ({ params, world, caller }, reply) => {
      const { id } = integrationOf(world, caller.userId, params.external_business_id)
      world.write(() => integrationTable.remove(world.db, id))
      return sendNothing(reply)
    },
  })

  app.operation('integrations/get_list', {
    summary: 'List integrations',
    description: "Returns a page of the calling user's integrations, ordered by id.",
    ...integrations.list(IntegrationListQuery, IntegrationPage),
  })

  app.operation('integrations/get_by_id', {
    summary: 'Get an integration',
    description: 'Returns one integration of the calling user, with the tokens that the partner has stored.',
    ...integration.get(IntegrationRecord),
  })

  app.operation('integrations_logs/post', {
    summary: 'Send logs',
    description: 'Takes logs of an integration. They are in the journal with the request; no operation returns them.',
    schema: { body: IntegrationLogs, response: { 200: IntegrationLogsReply, 400: RejectedLogs } },
    handler: ({ body: { logs } }, reply) =>
      sendJson(reply, JSON.stringify({ message: `Received ${logs.length} ${logs.length === 1 ? 'log' : 'logs'}.` })),
  })
}
