import type { VersionDifferences } from './differences.ts'

/**
 * What version 5.23 took and 5.28 does not take any more, by operation, from Pinterest's changelog (CHG528; facts F18,
 * F20, F152, F169, F170 and F171). This server goes on taking it, so that clients of 5.23 keep working; a rehearsal
 * reports it.
 */
export const removed: VersionDifferences = {
  'ad_groups/audience_sizing': { not_null: ['keywords.[].match_type'] },
  'bulk_upsert/create': { body: ['update.labels.[].value'] },
  'keywords/create': { not_null: ['keywords.[].match_type'] },
  'labels/create': { body: ['parent_id'], not_null: ['labels.[].label_type'] },
  'labels/update': { not_null: ['labels.[].status'] },
  'promotions/update': { body: ['[].status'] },
  'trending_keywords/list': { query: ['include_prediction'] },
}
