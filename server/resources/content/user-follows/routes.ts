import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf } from '#server/resources/accounts/ad-accounts/service.ts'
import { listFollowedBoards } from '../board-follows/repository.ts'
import { BoardPage } from '../boards/schema.ts'
import { listFollowers, listFollowing } from './repository.ts'
import {
  FollowedBoardQuery,
  FollowerQuery,
  FollowingQuery,
  FollowUser,
  UserPath,
  UserSummary,
  UserSummaryPage,
} from './schema.ts'
import { followedBoardText, userText } from './serialize.ts'
import { followUser } from './service.ts'

/** Adds the operations on users and boards that users follow. */
export function userFollowRoutes(app: Operations): void {
  app.operation('follow_user/update', {
    summary: 'Follow a user',
    description: 'Has the calling user follow another one. No operation ends a following.',
    schema: { params: UserPath, body: FollowUser, response: { 200: UserSummary } },
    handler: ({ params, world, caller }, reply) => {
      const followed = world.write(() => followUser(world, caller.userId, params.username))
      return sendJson(reply, userText(followed))
    },
  })

  app.operation('followers/list', {
    summary: 'List followers',
    description: 'Returns a page of the users who follow the calling user, in the order in which they began to.',
    schema: { querystring: FollowerQuery, response: { 200: UserSummaryPage } },
    handler: ({ operation, query, world, caller }, reply) => {
      const page = requestedPage({ operation, query }, { userId: caller.userId })
      return replyWithPage(reply, page, listFollowers(world.db, caller.userId, page), userText)
    },
  })

  app.operation('user_following/get', {
    summary: 'List followed users',
    description:
      'Returns a page of the users that the user follows, ordered by id; unless explicit_following is true, owners of followed boards as well.',
    schema: { querystring: FollowingQuery, response: { 200: UserSummaryPage } },
    handler: (request, reply) => {
      const { explicit_following: explicit = false, feed_type = 'ALL' } = request.query
      const userId = actorOf(request)
      const filter = { explicit, creatorsOnly: feed_type.endsWith('CREATOR_ONLY') }
      const page = requestedPage(request, { userId, ...filter })
      return replyWithPage(reply, page, listFollowing(request.world.db, userId, filter, page), userText)
    },
  })

  app.operation('boards_user_follows/list', {
    summary: 'List followed boards',
    description:
      'Returns a page of the boards that the user follows, ordered by id; unless explicit_following is true, public boards of followed users as well.',
    schema: { querystring: FollowedBoardQuery, response: { 200: BoardPage } },
    handler: (request, reply) => {
      const { explicit_following: explicit = false } = request.query
      const userId = actorOf(request)
      const page = requestedPage(request, { userId, explicit })
      return replyWithPage(reply, page, listFollowedBoards(request.world.db, userId, explicit, page), followedBoardText)
    },
  })
}
