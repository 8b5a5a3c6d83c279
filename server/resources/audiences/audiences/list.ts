import type { Database } from '#db/database.ts'
import type { PageRange } from '#db/keyset.ts'
import { type AudienceFilter, type AudienceResponseRow, listAudiences, listAudiencesOf } from './repository.ts'
import { receivedAudiences } from './shares.ts'

/** The filters of a list of the audiences that an ad account can use. */
export interface UsableAudienceFilter extends AudienceFilter {
  /** Whether they are its own, or shared with it; both when absent. */
  readonly ownership_type?: 'OWNED' | 'RECEIVED' | undefined
}

/** Returns one page of the audiences that an ad account owns or has received, in the order of their ids. */
export function listUsableAudiences(
  db: Database,
  filter: UsableAudienceFilter,
  page: PageRange,
): readonly AudienceResponseRow[] {
  const { ad_account_id, ownership_type, order } = filter
  const owned = ownership_type === 'RECEIVED' ? [] : listAudiences(db, filter, page)
  const ids = ownership_type === 'OWNED' ? [] : receivedAudiences(db, ad_account_id)
  if (ids.length === 0) return owned
  const direction = order === 'DESCENDING' ? -1 : 1
  return [...owned, ...listAudiencesOf(db, ids, filter, page)]
    .toSorted((one, other) => direction * (one.seq - other.seq))
    .slice(0, page.limit)
}
