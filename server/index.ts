/**
 * The library: a mock in the process of a test suite, or the verbs for one that runs elsewhere.
 *
 * @module
 */
export { UsageError } from './config/config.ts'
export type { Fault, NewFault } from './library/fault-verbs.ts'
export { type From, MockWorld, type Moment, type Report, type Settings, type Time } from './library/mock-world.ts'
export type { JournaledRequest, RequestMatch, Times, Verified, Why } from './library/request-verbs.ts'
export { connectMock, Mock, type StartOptions, startMock } from './library/start.ts'
export { ControlError as ControlRefused, type Fetch } from './library/transport.ts'
export { SeedFileError as SeedFileRefused } from './seeds/errors.ts'
