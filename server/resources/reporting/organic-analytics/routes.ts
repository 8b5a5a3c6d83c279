import { featuresOf } from '#server/domain/ads/features.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { actorOf, requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { processFeedsOfPins } from '#server/resources/content/pins/feeds-of-pins.ts'
import type { World } from '#server/worlds/world.ts'
import { userMetrics, videoMetrics } from './metrics.ts'
import { checkDays, pinAnalytics } from './pin-service.ts'
import { MultiPinAnalytics, PinAnalytics, TopPins, TopVideoPins, UserAnalytics } from './response-schema.ts'
import {
  MultiPinAnalyticsQuery,
  PinAnalyticsQuery,
  PinPath,
  TopPinsQuery,
  TopVideoPinsQuery,
  UserAnalyticsQuery,
} from './schema.ts'
import { topPins, userAnalytics } from './user-analytics.ts'

/** Adds the operations on the figures of Pins and users. */
export function organicAnalyticsRoutes(app: Operations): void {
  app.operation('pins/analytics', {
    summary: 'Get the figures of a Pin',
    description:
      'Returns the figures of a Pin with one entry for each day. Comments and reactions count from the creation of the Pin.',
    schema: { params: PinPath, querystring: PinAnalyticsQuery, response: { 200: PinAnalytics } },
    handler: async (request, reply) => {
      checkDays(request.world, request.query)
      await processFeedsOfPins(request, [request.params.pin_id])
      const { world, params, query } = request
      return sendJson(reply, JSON.stringify(pinAnalytics(world, actorOf(request), params.pin_id, query)))
    },
  })

  app.operation('multi_pins/analytics', {
    summary: 'Get the figures of several Pins',
    description:
      'Returns the figures of several Pins. Pinterest admits selected apps only; here the feature `multi_pin_analytics` does.',
    schema: { querystring: MultiPinAnalyticsQuery, response: { 200: MultiPinAnalytics } },
    handler: async (request, reply) => {
      const { query } = request
      checkDays(request.world, query, isMultiPinAllowed(request.world, query.ad_account_id))
      await processFeedsOfPins(request, query.pin_ids)
      const { world } = request
      const ownerId = actorOf(request)
      const figures = query.pin_ids.map((id) => [id, pinAnalytics(world, ownerId, id, query)] as const)
      return sendJson(reply, JSON.stringify(Object.fromEntries(figures)))
    },
  })

  app.operation('user_account/analytics', {
    summary: "Get the figures of the user's Pins",
    description: "Returns the figures of the user's Pins with one entry for each day.",
    schema: { querystring: UserAnalyticsQuery, response: { 200: UserAnalytics } },
    handler: async (request, reply) => {
      const { world, query } = request
      checkDays(world, query)
      return sendJson(reply, JSON.stringify(await userAnalytics(world, actorOf(request), query)))
    },
  })

  app.operation('user_account/analytics/top_pins', {
    summary: "List the user's best Pins",
    description: "Returns the user's Pins in descending order of one metric. Pins without impressions are excluded.",
    schema: { querystring: TopPinsQuery, response: { 200: TopPins } },
    handler: async (request, reply) => {
      const { world, query } = request
      checkDays(world, query)
      const best = await topPins(world, actorOf(request), query, { metrics: userMetrics, isVideo: false })
      return sendJson(reply, JSON.stringify(best))
    },
  })

  app.operation('user_account/analytics/top_video_pins', {
    summary: "List the user's best videos",
    description: "Returns the user's videos in descending order of one metric. Videos without views are excluded.",
    schema: { querystring: TopVideoPinsQuery, response: { 200: TopVideoPins } },
    handler: async (request, reply) => {
      const { world, query } = request
      checkDays(world, query)
      const best = await topPins(world, actorOf(request), query, { metrics: videoMetrics, isVideo: true })
      return sendJson(reply, JSON.stringify(best))
    },
  })
}

/** Tells whether the figures of several Pins are allowed: to the ad account that a call acts for, or to everybody. */
const isMultiPinAllowed = (world: World, accountId: string | undefined): boolean =>
  accountId === undefined
    ? featuresOf('*', null, world.features).multi_pin_analytics
    : requireAdAccount(world, accountId).features.multi_pin_analytics
