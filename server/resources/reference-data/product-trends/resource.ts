import type { Resource } from '#server/contracts/resource.ts'
import { boards } from '#server/resources/content/boards/resource.ts'
import { pins } from '#server/resources/content/pins/resource.ts'
import { search } from '#server/resources/content/search/resource.ts'
import { trendingKeywords } from '../trending-keywords/resource.ts'

/** The product trends resource: featured topics, categories of products, and articles about boards. */
export const productTrends: Resource = {
  name: 'product_trends',
  parents: [boards, pins, search, trendingKeywords],
  tags: { product_categories: 'Trends of product categories and topics. The figures are made up.' },
  operations: {
    'trends_featured_topics/list': {},
    'trends_product_categories_details/list': {},
    'trends_product_categories_trending/list': {},
    'trends_editorial_articles/list': {},
  },
  routes: async () => (await import('./routes.ts')).productTrendRoutes,
}
