import type { Operation } from '#openapi/operations.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { GuardOptions } from './protocol/guard.ts'

/** What control works on. */
export interface ControlOptions {
  readonly worlds: WorldRegistry
  /** What this server is, for a person who asks; filled when it listens. */
  readonly about: Readonly<Record<string, unknown>>
  /** Whether the server answers an operation with more than a 501. */
  readonly isBuilt: (operation: Operation) => boolean
  /** Who may call it; browsers on this machine, and programs from anywhere, when absent. */
  readonly guard?: GuardOptions | undefined
}
