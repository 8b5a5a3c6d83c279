/**
 * A call of an operation with closed objects: where it goes, below the ad account unless it begins with /v5/, and a body
 * that passes and has every one of them.
 */
export interface ClosedSample {
  readonly method: 'POST' | 'PATCH'
  readonly path: string
  readonly body: object
}
