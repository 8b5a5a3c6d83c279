/**
 * The library: starts a mock in the process of a test suite, or connects to one that runs elsewhere.
 *
 * @example
 * const mock = await startMock({ seed: 'empty' })
 * await mock.close()
 *
 * @module
 */
import { ControlError } from './library/control.ts'
import { SeedFileError } from './seeds/errors.ts'

export { UsageError } from './config/usage-error.ts'
export type { About } from './library/about.ts'
export type { Moment, Time } from './library/clock-verbs.ts'
export { type CompareTarget, compareRequests } from './library/compare.ts'
export type { Delivery, NewDelivery } from './library/delivery-verbs.ts'
export type { Entity, EntityKind } from './library/entity-verbs.ts'
export type { EventOptions, WatchedCall, WorldEvent } from './library/event-verbs.ts'
export type { Fault, NewFault, Preset } from './library/fault-verbs.ts'
export type { FeedContent } from './library/feed-verbs.ts'
export type { EntityKindName, FindingId, OperationId, PresetName, RuleId } from './library/generated/names.ts'
export type {
  JournaledRequest,
  RequestMatch,
  Times,
  UnmatchedRequest,
  Verified,
  Why,
} from './library/journaled-request.ts'
export type { Lead, NewLead } from './library/lead-verbs.ts'
export { Mock } from './library/mock.ts'
export { MockWorld } from './library/mock-world.ts'
export type { Report, ReportOptions } from './library/report.ts'
export type { RequestReference } from './library/request-reference.ts'
export type { Rule } from './library/rule-verbs.ts'
export type { Seed, SeededIds } from './library/seed-verbs.ts'
export type { RuleEvidence, Settings, Transition } from './library/settings-verbs.ts'
export type { Restored, RestoreOptions, Snapshot } from './library/snapshot-verbs.ts'
export { connectMock, type StartOptions, startMock } from './library/start.ts'
export type { NewStub, Scenario, Stub } from './library/stub-verbs.ts'
export type { Fetch } from './library/transport.ts'
export type { FetchOptions, WorldFetch } from './library/world-fetch.ts'
export type { From, ResetOptions, WorldOptions } from './library/world-source.ts'
export type { WorldSummary } from './library/world-verbs.ts'
export type { Comparison, Difference } from './target/compare/options.ts'
export { ControlError, SeedFileError }

/** @deprecated The former name of {@link ControlError}. */
export const ControlRefused = ControlError
/** @deprecated The former name of {@link ControlError}. */
export type ControlRefused = ControlError
/** @deprecated The former name of {@link SeedFileError}. */
export const SeedFileRefused = SeedFileError
/** @deprecated The former name of {@link SeedFileError}. */
export type SeedFileRefused = SeedFileError
