import type { Features } from './features.ts'

/** An ad account as other resources see it. */
export interface AdAccountContext {
  readonly id: string
  readonly features: Features
}
