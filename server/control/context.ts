import type { Operation } from '#openapi/operations.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { GuardOptions } from './protocol/guard.ts'

/** Options of test control. */
export interface ControlOptions {
  readonly worlds: WorldRegistry
  /** The description of this server, for `GET /__mock`; complete once it listens. */
  readonly about: Readonly<Record<string, unknown>>
  /** Whether the server implements an operation; the others answer 501. */
  readonly isImplemented: (operation: Operation) => boolean
  /** The clients that may call test control; when absent, browsers on this machine and programs from anywhere. */
  readonly guard?: GuardOptions | undefined
}
