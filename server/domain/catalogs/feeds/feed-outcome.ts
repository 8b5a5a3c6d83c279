import type { FeedCheck } from './feed-check.ts'

/** The states that a processing comes to at its end. */
export const finalStatuses = ['COMPLETED', 'COMPLETED_EARLY', 'FAILED'] as const
/** One of `finalStatuses`. */
export type FinalStatus = (typeof finalStatuses)[number]

type Counts = Readonly<Partial<Record<string, number>>>

/** What the processing of a feed came to. */
export interface FeedOutcome {
  readonly status: FinalStatus
  readonly original: number
  readonly ingested: number
  readonly validation: { readonly errors: Counts; readonly warnings: Counts }
  readonly ingestion: { readonly errors: Counts; readonly info: Counts; readonly warnings: Counts }
  /** Why the feed could not be read, in words for whoever runs the mock; absent where it could. */
  readonly reason?: string | undefined
  /** When it was over, in Unix seconds; absent where no processing led to it. */
  readonly ended?: number | undefined
}

/** The outcome of a feed in which nothing was found. */
export const emptyOutcome: FeedOutcome = {
  status: 'COMPLETED',
  original: 0,
  ingested: 0,
  validation: { errors: {}, warnings: {} },
  ingestion: { errors: {}, info: {}, warnings: {} },
}

/** From how many items on a feed that brings almost none is taken for broken, and the share that is too small. */
const suspicious = { items: 100, share: 0.01 }

/** Whether a feed lost more than 99 percent of what its last successful processing ingested. */
export const isLargeDecrease = (before: number, now: number): boolean =>
  before >= suspicious.items && now < before * suspicious.share

/**
 * Returns what a check comes to: FAILED where nothing was ingested, or almost all is gone.
 *
 * @param before The number of items that the last successful processing ingested.
 */
export function outcomeOf(check: FeedCheck, before: number, reason?: string): FeedOutcome {
  const { original, ingested, errors, warnings, info, ingestionWarnings } = check
  const isGone = reason === undefined && isLargeDecrease(before, ingested)
  return {
    status: ingested === 0 || isGone || reason !== undefined ? 'FAILED' : 'COMPLETED',
    original,
    ingested: isGone ? 0 : ingested,
    validation: { errors, warnings },
    ingestion: {
      errors: isGone ? { LARGE_PRODUCT_COUNT_DECREASE: 1 } : {},
      info: isGone ? {} : info,
      warnings: ingestionWarnings,
    },
    ...(reason !== undefined && { reason }),
  }
}

/** Returns the outcome of a feed that has not changed since its last successful processing. */
export const earlyOutcome = ({ original, ingested }: Pick<FeedOutcome, 'original' | 'ingested'>): FeedOutcome => ({
  ...emptyOutcome,
  status: 'COMPLETED_EARLY',
  original,
  ingested,
  validation: { errors: {}, warnings: { FETCH_SAME_SIGNATURE: 1 } },
})

/** The outcome of a feed whose business is disapproved: it is not read. */
export const flaggedOutcome: FeedOutcome = {
  ...emptyOutcome,
  status: 'FAILED',
  ingestion: { errors: { ACCOUNT_FLAGGED: 1 }, info: {}, warnings: {} },
}

/** Parts of an outcome that test control and seeds set, by the names of responses. */
export interface OutcomeChange {
  readonly product_counts?: { readonly original: number; readonly ingested: number } | undefined
  readonly validation_details?: Partial<Record<'errors' | 'warnings', Counts | undefined>> | undefined
  readonly ingestion_details?: Partial<Record<'errors' | 'info' | 'warnings', Counts | undefined>> | undefined
}

/** Returns an outcome with parts of it replaced. */
export function changedOutcome(
  before: FeedOutcome,
  { product_counts, validation_details = {}, ingestion_details = {} }: OutcomeChange,
): FeedOutcome {
  const { validation, ingestion } = before
  return {
    ...before,
    ...product_counts,
    validation: {
      errors: validation_details.errors ?? validation.errors,
      warnings: validation_details.warnings ?? validation.warnings,
    },
    ingestion: {
      errors: ingestion_details.errors ?? ingestion.errors,
      info: ingestion_details.info ?? ingestion.info,
      warnings: ingestion_details.warnings ?? ingestion.warnings,
    },
  }
}
