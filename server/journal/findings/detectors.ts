import { BookmarkWatch, bookmarkLoop } from './bookmark-loop.ts'
import { breakingChange, RehearsalWatch } from './breaking-changes.ts'
import type { Detector, Watch } from './detector.ts'
import { CreationWatch, createAfterLostAnswer, duplicateCreate } from './duplicate-creations.ts'
import { RetryWatch, retryBeforeReset } from './early-retries.ts'
import { deprecatedField, FieldWatch, ignoredField, queryListForm } from './ignored-and-deprecated-fields.ts'
import { listPerItem, ReadWatch } from './list-per-item.ts'
import { UnmatchedWatch, unmatchedCall } from './unmatched-calls.ts'
import { ScopeWatch, unneededScope } from './unneeded-scopes.ts'

/** Every detector of the report. */
export const detectors: readonly Detector[] = [
  retryBeforeReset,
  bookmarkLoop,
  createAfterLostAnswer,
  duplicateCreate,
  listPerItem,
  unneededScope,
  ignoredField,
  deprecatedField,
  queryListForm,
  unmatchedCall,
  breakingChange,
]

/** Begins to watch the calls to a world, for everything that can be detected. */
export const newWatches = (): readonly Watch[] => [
  new RetryWatch(),
  new BookmarkWatch(),
  new CreationWatch(),
  new ReadWatch(),
  new ScopeWatch(),
  new FieldWatch(),
  new UnmatchedWatch(),
  new RehearsalWatch(),
]
