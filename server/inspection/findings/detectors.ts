import { bookmarkLoop } from './bookmark-loop.ts'
import type { Detector } from './detector.ts'
import { createAfterLostAnswer, duplicateCreate } from './duplicate-creations.ts'
import { retryBeforeReset } from './early-retries.ts'
import { deprecatedField, ignoredField } from './ignored-and-deprecated-fields.ts'
import { listPerItem } from './list-per-item.ts'
import { unneededScope } from './unneeded-scopes.ts'

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
]
