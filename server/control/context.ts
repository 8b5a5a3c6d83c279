import type { Operation } from '#openapi/operations.ts'
import type { AuthSettings } from '../domain/access/tokens.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'
import type { GuardOptions } from './protocol/guard.ts'

/** Options of test control. */
export interface ControlOptions {
  readonly worlds: WorldRegistry
  /** Describes this server to a client that reached it at an origin, for `GET /__mock`. */
  readonly about: (origin: string) => Readonly<object>
  /** Returns the address of the console at an origin; undefined where there is none. There is none when absent. */
  readonly consoleAt?: ((origin: string) => string | undefined) | undefined
  /** Whether the server implements an operation; the others answer 501. */
  readonly isImplemented: (operation: Operation) => boolean
  /** The settings of authentication, by which tokens stand for users; those of a server without configuration when absent. */
  readonly auth?: AuthSettings | undefined
  /** Whether reports have calls that no operation answers as a finding (`fail`). */
  readonly unmatched?: 'report' | 'fail' | undefined
  /** The clients that may call test control; when absent, browsers on this machine and programs from anywhere. */
  readonly guard?: GuardOptions | undefined
}
