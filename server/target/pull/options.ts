import type { TargetClient } from '../client/target-client.ts'
import type { LeftOutPart } from './left-out.ts'

/** What is pulled, and how. */
export interface PullOptions {
  readonly client: TargetClient
  readonly adAccountId: string
  /** The file of the seed. */
  readonly out: string
  /** Whether entities keep their ids; otherwise aliases stand for them. */
  readonly keepIds: boolean
  /** Whether names, texts, URLs and amounts are replaced. */
  readonly anonymize: boolean
  /** Unix seconds of the present. */
  readonly now: number
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: (progress: PullProgress) => void
}

/** Where a pull stands. */
export interface PullProgress {
  readonly section: string
  /** Items so far, by section. */
  readonly counts: Readonly<Record<string, number>>
  /** How many more calls it takes at least. */
  readonly remaining: number
}

/** What a pull came to. */
export interface PullResult {
  /** Items by section. */
  readonly counts: Readonly<Record<string, number>>
  readonly leftOut: readonly LeftOutPart[]
  /** The sections of seeds that no list of the API fills. */
  readonly unpulled: readonly string[]
  /** The calls of this run. */
  readonly calls: number
  /** Whether an interrupted run was gone on with. */
  readonly resumed: boolean
}
