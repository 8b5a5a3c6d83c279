import type { Database } from '#db/database.ts'
import { storeSetting } from '#db/settings.ts'
import type { FeatureSettings } from '../domain/ads/features.ts'
import type { PastFeatures } from './world-options.ts'

/** Returns the features of each ad account: those of a world's own over the server's. */
export function featuresOver(server: FeatureSettings, own: FeatureSettings): FeatureSettings {
  const accounts = new Set([...Object.keys(server), ...Object.keys(own)])
  return Object.fromEntries([...accounts].map((id) => [id, { ...server[id], ...own[id] }]))
}

/** Stores features that are about to be replaced, with those before them: reports look into the past. */
export function storePastFeatures(
  db: Database,
  earlier: readonly PastFeatures[],
  features: FeatureSettings,
  now: number,
): void {
  const past = earlier.filter(({ until }) => until < now)
  const kept = past.length === 0 && Object.keys(features).length === 0 ? [] : past
  storeSetting(db, 'past_features', [...kept, { until: now, features }])
}
