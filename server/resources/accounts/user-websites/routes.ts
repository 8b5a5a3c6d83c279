import { replyWithPage, requestedPage } from '#server/http/responses/list.ts'
import { NoContent, sendJson, sendNothing } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import { actorOf } from '../ad-accounts/service.ts'
import { listUserWebsites } from './repository.ts'
import { userWebsiteErrors } from './resource.ts'
import {
  ClaimQuery,
  UserWebsite,
  UserWebsiteClaim,
  UserWebsiteListQuery,
  UserWebsitePage,
  UserWebsiteQuery,
  WebsiteVerification,
} from './schema.ts'
import { claimText, userWebsiteText } from './serialize.ts'
import { claimWebsite, releaseWebsite, requireBusiness } from './service.ts'
import { verificationOf } from './verification.ts'

/** Adds the operations on websites that users claim. */
export function userWebsiteRoutes(app: Operations): void {
  app.operation('user_websites/get', {
    summary: 'List websites',
    description: "Returns a page of the calling user's websites, whether their claims have succeeded or not.",
    schema: { querystring: UserWebsiteListQuery, response: { 200: UserWebsitePage } },
    handler: ({ operation, query, world, caller }, reply) => {
      const page = requestedPage({ operation, query }, { ownerId: caller.userId })
      requireBusiness(world, caller.userId, userWebsiteErrors['user_website.list'])
      const progress = readProgressOf(world, 'user_websites')
      const rows = listUserWebsites(world.db, caller.userId, page)
      return replyWithPage(reply, page, rows, (row) => userWebsiteText(world, progress, row))
    },
  })

  app.operation('verify_website/update', {
    summary: 'Claim a website',
    description: 'Claims a website. The claim succeeds at once, unless the transition user_websites says otherwise.',
    schema: { querystring: ClaimQuery, body: UserWebsiteClaim, response: { 200: UserWebsite } },
    handler: (request, reply) => {
      const { body, world } = request
      const ownerId = actorOf(request)
      const claim = world.write(() => claimWebsite(world, ownerId, body))
      return sendJson(reply, claimText(world, progressOf(world, 'user_websites'), claim))
    },
  })

  app.operation('unverify_website/delete', {
    summary: 'Release a website',
    description: "Removes a website from the calling user's list.",
    schema: { querystring: UserWebsiteQuery, response: { 204: NoContent } },
    handler: ({ query, world, caller }, reply) => {
      world.write(() => releaseWebsite(world, caller.userId, query.website))
      return sendNothing(reply)
    },
  })

  app.operation('website_verification/get', {
    summary: 'Get the verification code',
    description: 'Returns the code that a website publishes to be claimed: one for each user, the same on every call.',
    schema: { querystring: ClaimQuery, response: { 200: WebsiteVerification } },
    handler: (request, reply) => {
      const ownerId = actorOf(request)
      requireBusiness(request.world, ownerId, userWebsiteErrors['user_website.verification'])
      return sendJson(reply, JSON.stringify(verificationOf(ownerId)))
    },
  })
}
