import { timeText } from '#server/domain/time/clock.ts'
import type { LocalStore, LocalStoreCreate, LocalStoreUpdate } from './schema.ts'

/** Returns the store that a creation stores; `now` is in Unix seconds. */
export function newLocalStore(item: LocalStoreCreate, { id, now }: { readonly id: string; readonly now: number }) {
  const at = timeText(now)
  return withoutNulls<LocalStore>({ id, ...item, created_at: at, updated_at: at })
}

/** Returns the store after an update: what is not sent stays, and null clears what a store need not have. */
export function changedLocalStore(before: LocalStore, sent: LocalStoreUpdate, now: number): LocalStore {
  const { name, store_code, country, ...place } = sent
  return withoutNulls<LocalStore>({
    ...before,
    ...place,
    name: name ?? before.name,
    store_code: store_code ?? before.store_code,
    country: country ?? before.country,
    updated_at: timeText(now),
  })
}

const withoutNulls = <Entity>(fields: { readonly [Name in keyof Entity]: Entity[Name] | null }): Entity =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as Entity
