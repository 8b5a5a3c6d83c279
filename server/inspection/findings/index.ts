import { bookmarkLoop } from './bookmarks.ts'
import { createAfterLostAnswer, duplicateCreate } from './duplicates.ts'
import { deprecatedField, ignoredField } from './fields.ts'
import type { Detector } from './habit.ts'
import { retryBeforeReset } from './retries.ts'
import { unneededScope } from './scopes.ts'
import { listPerItem } from './single-reads.ts'

/** Every habit that is looked for. */
export const detectors: readonly Detector[] = [
  retryBeforeReset,
  bookmarkLoop,
  createAfterLostAnswer,
  duplicateCreate,
  listPerItem,
  unneededScope,
  ignoredField,
  deprecatedField,
]
