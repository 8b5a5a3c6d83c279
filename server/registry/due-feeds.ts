// Loaded by the first call that has to do with the items of feeds: it takes what reads files.
export { processDueFeeds } from '../resources/catalogs/feed-processing-results/due.ts'
