import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Problem } from '../../domain/problems.ts'
import { defaultUser } from '../../domain/user.ts'
import { AdAccountPath } from '../../http/fields.ts'
import { pageText, sequenceOf } from '../../http/page.ts'
import { sendJson } from '../../http/replies.ts'
import { createAdAccount } from './actions.ts'
import { createdAdAccountText } from './present.ts'
import { emptyAdAccount, findAdAccount, listAdAccounts } from './repository.ts'
import { AdAccount, AdAccountCreate, AdAccountListQuery, AdAccountPage } from './schema.ts'

/** Adds the operations on ad accounts. */
export function adAccountRoutes(app: FastifyInstance): void {
  app.operation('ad_accounts/list', {
    summary: 'List ad accounts',
    description: 'The ad accounts that the caller owns or that are shared with it, oldest first.',
    schema: { querystring: AdAccountListQuery, response: { 200: AdAccountPage } },
    handler: ({ query: { include_shared_accounts, page_size, bookmark }, world }, reply) => {
      const ownerId = include_shared_accounts === false ? defaultUser.id : undefined
      const list = { operation: 'ad_accounts/list', filters: { ownerId }, page_size, bookmark }
      const rows = listAdAccounts(world.db, { ownerId, after: sequenceOf(list), limit: page_size + 1 })
      return sendJson(
        reply,
        pageText(list, rows, ({ json }) => json),
      )
    },
  })

  app.operation('ad_accounts/create', {
    summary: 'Create an ad account',
    description: 'A user owns at most 50. The new account is empty and usable at once.',
    schema: { body: AdAccountCreate, response: { 200: AdAccount } },
    handler: ({ body, world }, reply) =>
      sendJson(reply, createdAdAccountText(world.write(() => createAdAccount(world, body)))),
  })

  app.operation('ad_accounts/get', {
    summary: 'Get an ad account',
    description: 'An id that this world does not know answers 403, as for an account that is not yours.',
    schema: { params: AdAccountPath, response: { 200: AdAccount } },
    handler: ({ params, world }, reply) => {
      const row = findAdAccount(world.db, params.ad_account_id)
      if (row === undefined) throw new Problem('ad_account.access')
      return sendJson(reply, row.json)
    },
  })

  app.operation('sandbox/delete', {
    summary: 'Empty an ad account',
    description:
      'Deletes everything that belongs to the account. The account itself stays, and ids are not used again.',
    schema: { params: AdAccountPath, response: { 200: z.literal('Delete Success') } },
    handler: ({ params: { ad_account_id }, world }, reply) => {
      const row = findAdAccount(world.db, ad_account_id)
      if (row === undefined) throw new Problem('sandbox.ad_account')
      world.write(() => emptyAdAccount(world.db, row))
      return sendJson(reply, JSON.stringify('Delete Success'))
    },
  })
}
