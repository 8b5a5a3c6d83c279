import type { FastifyInstance } from 'fastify'
import { defaultUser, userProfile } from '../../domain/user.ts'
import { sendJson } from '../../http/replies.ts'
import { requireActor } from '../ad-accounts/actions.ts'
import { countBoards } from '../boards/repository.ts'
import { countPins } from '../pins/repository.ts'
import { UserAccount, UserAccountQuery } from './schema.ts'

/** Adds the operation on the user. */
export function userAccountRoutes(app: FastifyInstance): void {
  app.operation('user_account/get', {
    summary: 'Get the user',
    description: 'Who every call is made by, with what the user has.',
    schema: { querystring: UserAccountQuery, response: { 200: UserAccount } },
    handler: ({ query, world: { db }, world }, reply) => {
      requireActor(world, query.ad_account_id)
      const counts = { board_count: countBoards(db), pin_count: countPins(db) }
      const nobody = { follower_count: 0, following_count: 0, monthly_views: 0 }
      return sendJson(reply, JSON.stringify({ ...defaultUser, ...userProfile, ...counts, ...nobody }))
    },
  })
}
