/**
 * The library: a mock in the process of a test suite, or the verbs for one that runs elsewhere.
 *
 * @module
 */
import { ControlError } from './library/transport.ts'
import { SeedFileError } from './seeds/errors.ts'

export { UsageError } from './config/config.ts'
export type { Fault, NewFault } from './library/faults.ts'
export type { JournaledRequest, RequestMatch, Times, Verified, Why } from './library/requests.ts'
export { connectMock, Mock, type StartOptions, startMock } from './library/start.ts'
export type { Fetch } from './library/transport.ts'
export { type From, MockWorld, type Moment, type Report, type Settings, type Time } from './library/world.ts'
export { ControlError, SeedFileError }

/** @deprecated The former name of {@link ControlError}. */
export const ControlRefused = ControlError
/** @deprecated The former name of {@link ControlError}. */
export type ControlRefused = ControlError
/** @deprecated The former name of {@link SeedFileError}. */
export const SeedFileRefused = SeedFileError
/** @deprecated The former name of {@link SeedFileError}. */
export type SeedFileRefused = SeedFileError
