import { hash, idOf } from '#server/domain/ids.ts'
import type { Lifecycle } from '#server/domain/time/lifecycle.ts'
import type { Progress } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { AdGroupResponseRow } from '../ad-groups/repository.ts'
import { reviewOf, titledIn, titleReviewTable } from './repository.ts'
import { titleReviewIdRange } from './resource.ts'

/** An ad group of an ad account. */
export interface TitledAdGroup {
  readonly accountId: string
  readonly adGroup: AdGroupResponseRow
}

/** How titles come: an hour after the ad group was created. Assumed, as their number is. */
const lifecycle: Lifecycle<'GENERATING' | 'READY'> = [
  [0, 'GENERATING'],
  [3600, 'READY'],
]

const endings = ['for every day', 'made to last', 'loved outdoors', 'new this season', 'our favourites']

/** A generated title. */
export interface DynamicTitle {
  /** The id of the product group or the ad. */
  readonly id: string
  readonly title: string
}

/** Returns the titles that were generated for an ad group by now; none where it has nothing to title. */
export function titlesOf({ db }: World, { adGroup }: TitledAdGroup, progress: Progress): readonly DynamicTitle[] {
  const { created_time } = JSON.parse(adGroup.json)
  if (progress.stateOf(lifecycle, created_time, adGroup.id) !== 'READY') return []
  return titledIn(db, adGroup.id).flatMap(({ id, name }) =>
    endings.map((ending) => ({ id, title: `${name ?? 'Products'}, ${ending}` })),
  )
}

/** Returns the id of an upload at a moment in Unix seconds: it names the ad group, so that nothing of it is stored. */
export function uploadIdOf({ accountId, adGroup }: TitledAdGroup, seconds: number): string {
  const name = `${accountId}-${adGroup.id}-${seconds}`
  return `${name}-${hash(`titles ${name}`).toString(36).padStart(7, '0').slice(-6)}`
}

/** Tells whether an upload of an ad group has this id: one that was answered. */
export function isUploadOf(titled: TitledAdGroup, id: string): boolean {
  const seconds = /-(\d{1,12})-[0-9a-z]{6}$/.exec(id)?.[1]
  return seconds !== undefined && uploadIdOf(titled, Number(seconds)) === id
}

/** Stores that so many titles of an ad group were reviewed. */
export function storeReview({ db }: World, { accountId, adGroup }: TitledAdGroup, reviewed_count: number): string {
  const before = reviewOf(db, adGroup.id)
  if (before !== undefined) return titleReviewTable.update(db, { ...before, reviewed_count }).id
  const seq = titleReviewTable.nextSequence(db)
  const id = idOf(titleReviewIdRange, seq)
  const row = { seq, id, ad_account_id: accountId, ad_group_id: adGroup.id, reviewed_count }
  return titleReviewTable.insert(db, row).id
}
