import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { editorialArticles } from './articles.ts'
import { categoryDetails, trendingCategories } from './categories.ts'
import {
  CategoryDetailQuery,
  EditorialArticleQuery,
  FeaturedTopicQuery,
  TrendingCategoryQuery,
} from './query-schema.ts'
import { CategoryDetails, EditorialArticles, FeaturedTopics, TrendingCategories } from './schema.ts'
import { featuredTopics } from './topics.ts'

/** Adds the operations on trends of topics and product categories, which belong to no ad account. */
export function productTrendRoutes(app: Operations): void {
  app.operation('trends_featured_topics/list', {
    summary: 'List featured topics',
    description:
      'Returns up to five growing topics of each interest. The figures are made up; the Pins are of this world.',
    schema: { querystring: FeaturedTopicQuery, response: { 200: FeaturedTopics } },
    handler: ({ query, world }, reply) => sendJson(reply, JSON.stringify(featuredTopics(world, query))),
  })

  app.operation('trends_product_categories_details/list', {
    summary: 'Get product categories',
    description:
      'Returns the trends of up to 20 product categories. The figures are made up and the same on every run.',
    schema: { querystring: CategoryDetailQuery, response: { 200: CategoryDetails } },
    handler: ({ query, world }, reply) =>
      sendJson(reply, JSON.stringify(categoryDetails({ ...query, now: world.clock.seconds() }))),
  })

  app.operation('trends_product_categories_trending/list', {
    summary: 'List trending product categories',
    description: 'Returns up to 50 growing product categories. The figures are made up and the same on every run.',
    schema: { querystring: TrendingCategoryQuery, response: { 200: TrendingCategories } },
    handler: ({ query, world }, reply) =>
      sendJson(reply, JSON.stringify(trendingCategories({ ...query, now: world.clock.seconds() }))),
  })

  app.operation('trends_editorial_articles/list', {
    summary: 'List editorial articles',
    description: 'Returns an article about each of the ten newest public boards of this world that have Pins.',
    schema: { querystring: EditorialArticleQuery, response: { 200: EditorialArticles } },
    handler: ({ query, world }, reply) => sendJson(reply, JSON.stringify(editorialArticles(world, query.region))),
  })
}
