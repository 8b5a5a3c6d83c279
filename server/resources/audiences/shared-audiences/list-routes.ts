import type { FastifyReply } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { OperationRequest, Operations } from '#server/plugins/operations.ts'
import { companyOf, requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { assertActsFor } from '#server/resources/business-access/businesses/permitted.ts'
import { BusinessPath } from '#server/resources/business-access/businesses/schema.ts'
import { readProgressOf } from '#server/worlds/progress.ts'
import { listAudiencesOf } from '../audiences/repository.ts'
import { readAudienceText } from '../audiences/serialize.ts'
import { findShare, receivedAudiences } from '../audiences/shares.ts'
import { listShares } from './repository.ts'
import { sharedAudienceErrors } from './resource.ts'
import { ReceivedAudienceListQuery, ReceivedAudiencePage, SharedAccountListQuery, SharedAccountPage } from './schema.ts'
import { accountText } from './serialize.ts'
import { ownsAudience } from './service.ts'

const accounts = { querystring: SharedAccountListQuery, response: { 200: SharedAccountPage } }

/** Adds the lists of shared audiences, and of the accounts that they are shared with. */
export function listRoutes(app: Operations): void {
  app.operation('ad_accounts_audiences_shared_accounts/list', {
    summary: 'List accounts that an audience is shared with',
    description: 'Returns the ad accounts or businesses that an audience of the ad account is shared with.',
    schema: { params: AdAccountPath, ...accounts },
    handler: (request, reply) => {
      const { world, params, query } = request
      const { id } = requireAdAccount(world, params.ad_account_id)
      const isOwner = ownsAudience(world.readable, id, query.audience_id)
      return replyWithAccounts(request, reply, isOwner ? { owner: id } : undefined)
    },
  })

  app.operation('business_account_audiences_shared_accounts/list', {
    summary: 'List accounts that an audience of a business is shared with',
    description:
      'Returns the accounts that an audience is shared with; of a received one, ad accounts of the business.',
    schema: { params: BusinessPath, ...accounts },
    handler: (request, reply) => {
      const { world, params, query } = request
      const { business_id: owner } = params
      assertActsFor(request, owner)
      if (ownsAudience(world.readable, owner, query.audience_id)) return replyWithAccounts(request, reply, { owner })
      const isReceived = findShare(world.readable, query.audience_id, owner) !== undefined
      return replyWithAccounts(request, reply, isReceived ? { owner, within: owner } : undefined)
    },
  })

  app.operation('shared_audiences_for_business/list', {
    summary: 'List received audiences of a business',
    description: 'Returns the audiences that are shared with a business, ordered by id.',
    schema: {
      params: BusinessPath,
      querystring: ReceivedAudienceListQuery,
      response: { 200: ReceivedAudiencePage },
    },
    handler: (request, reply) => {
      const { operation, world, params, query } = request
      const { order = 'ASCENDING' } = query
      const page = requestedPage({ operation, query }, { ...params, order })
      assertActsFor(request, params.business_id)
      const ids = receivedAudiences(world.db, params.business_id)
      const progress = readProgressOf(world, 'audiences')
      return replyWithPage(reply, page, listAudiencesOf(world.db, ids, { order, exclude_nca: false }, page), (row) =>
        readAudienceText(row, companyOf(world, row.ad_account_id), progress),
      )
    },
  })
}

/** Whose audience it is, and the business whose ad accounts alone are listed. */
interface Sharer {
  readonly owner: string
  readonly within?: string
}

function replyWithAccounts(
  { operation, query, world }: OperationRequest<typeof accounts>,
  reply: FastifyReply,
  sharer: Sharer | undefined,
): FastifyReply {
  const { audience_id, account_type } = query
  const page = requestedPage({ operation, query }, { audience_id, account_type, owner: sharer?.owner })
  if (sharer === undefined) throw new ApiError(sharedAudienceErrors['shared_audience.list'])
  const { db } = world
  const rows = listShares(db, { audience_id, account_type, within: sharer.within }, page)
  return replyWithPage(reply, page, rows, (row) => accountText(db, row))
}
