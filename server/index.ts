/**
 * The library: starts a mock in the process of a test suite, or connects to one that runs elsewhere.
 *
 * @example
 * const mock = await startMock({ seed: 'empty' })
 * await mock.close()
 *
 * @module
 */
import { ControlError } from './library/transport.ts'
import { SeedFileError } from './seeds/errors.ts'

export { UsageError } from './config/config.ts'
export type { Moment, Time } from './library/clock-verbs.ts'
export type { Fault, NewFault } from './library/fault-verbs.ts'
export { type From, MockWorld, type Report } from './library/mock-world.ts'
export type { JournaledRequest, RequestMatch, Times, Verified, Why } from './library/request-verbs.ts'
export type { Settings, Transition } from './library/settings-verbs.ts'
export { connectMock, Mock, type StartOptions, startMock } from './library/start.ts'
export type { Fetch } from './library/transport.ts'
export { ControlError, SeedFileError }

/** @deprecated The former name of {@link ControlError}. */
export const ControlRefused = ControlError
/** @deprecated The former name of {@link ControlError}. */
export type ControlRefused = ControlError
/** @deprecated The former name of {@link SeedFileError}. */
export const SeedFileRefused = SeedFileError
/** @deprecated The former name of {@link SeedFileError}. */
export type SeedFileRefused = SeedFileError
