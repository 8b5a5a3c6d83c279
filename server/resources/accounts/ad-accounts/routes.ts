import { z } from 'zod'
import { found } from '#server/domain/errors/found.ts'
import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import { AdAccountPath } from '#server/http/schema/fields.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { adAccountTable, emptyAdAccount, findPermissions, listAdAccounts } from './repository.ts'
import { adAccountErrors } from './resource.ts'
import { AdAccount, AdAccountCreate, AdAccountListQuery, AdAccountPage } from './schema.ts'
import { adAccountText, createdAdAccountText } from './serialize.ts'
import { adAccountRow, createAdAccount } from './service.ts'

/** Adds the operations on ad accounts. */
export function adAccountRoutes(app: Operations): void {
  app.operation('ad_accounts/list', {
    summary: 'List ad accounts',
    description: 'Returns the ad accounts that the caller owns or that are shared with the caller, oldest first.',
    schema: { querystring: AdAccountListQuery, response: { 200: AdAccountPage } },
    handler: ({ operation, query, world, caller: { userId } }, reply) => {
      const owned = query.include_shared_accounts === false
      const page = requestedPage({ operation, query }, { owned, userId })
      const rows = listAdAccounts(world.db, userId, { owned, ...page })
      return replyWithPage(reply, page, rows, adAccountText)
    },
  })

  app.operation('ad_accounts/create', {
    summary: 'Create an ad account',
    description: 'Creates an empty ad account, usable at once. A user can own at most 50.',
    schema: { body: AdAccountCreate, response: { 200: AdAccount } },
    handler: ({ body, world, caller }, reply) =>
      sendJson(reply, createdAdAccountText(world.write(() => createAdAccount(world, body, caller.userId)))),
  })

  app.operation('ad_accounts/get', {
    summary: 'Get an ad account',
    description: 'Returns one ad account. An unknown id is answered with 403, like an account without access.',
    schema: { params: AdAccountPath, response: { 200: AdAccount } },
    handler: ({ params: { ad_account_id }, world, caller }, reply) => {
      const row = adAccountRow(world, ad_account_id)
      const permissions = findPermissions(world.db, caller.userId, ad_account_id) ?? '[]'
      return sendJson(reply, adAccountText({ ...row, permissions }))
    },
  })

  app.operation('sandbox/delete', {
    summary: 'Empty an ad account',
    description:
      'Deletes everything that belongs to the ad account. The account itself stays, and deleted ids are never reused.',
    schema: { params: AdAccountPath, response: { 200: z.literal('Delete Success') } },
    handler: ({ params: { ad_account_id }, world }, reply) => {
      const row = found(adAccountTable.find(world.readable, ad_account_id), adAccountErrors['sandbox.ad_account'])
      world.write(() => emptyAdAccount(world.db, row))
      return sendJson(reply, JSON.stringify('Delete Success'))
    },
  })
}
