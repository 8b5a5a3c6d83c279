// Test control imports resources through the registry alone.
export { FeedContent } from '../resources/catalogs/feeds/content.ts'
export { type FeedRow, findFeed, setFeedContent } from '../resources/catalogs/feeds/repository.ts'
