import { type EntityStatus, isFinal, statusesAfter, type Window } from '../ads/status.ts'
import type { Change, ChangeRule } from './change.ts'
import type { Evidence } from './rule.ts'

type Entity = { status: EntityStatus; tracking_urls?: TrackingUrls | null }
type EntityChange = Change<Entity>
type ScheduledChange = Change<Entity & Window>

/** Third-party URLs called on an event, a list for each event type. */
export type TrackingUrls = Readonly<Record<string, readonly string[] | null | undefined>>

/**
 * A kind of entity and its operations, for rules that kinds share: `campaign`, `campaigns/create`, `campaigns/update`.
 */
export interface Kind {
  readonly name: string
  readonly create: string
  readonly update: string
}

/** Rules of the status lifecycle: ARCHIVED and DELETED_DRAFT are final, and nothing returns to DRAFT. */
export const statusRules = ({ name, update }: Kind): readonly ChangeRule<EntityChange>[] => [
  {
    id: `${name}.status.final`,
    operations: [update],
    fields: ['status'],
    trigger: 'always',
    terminal: true,
    evidence: 'assumed',
    source: 'a decision of this project; GUIDE: support alone can undo a deletion',
    code: 1,
    message: 'status ARCHIVED or DELETED_DRAFT is final: nothing about the entity can be changed any more.',
    passes: 'A change of an entity with another status, or a new entity.',
    sent: ({ before }) => before?.status,
    violated: ({ before }) => before !== undefined && isFinal(before.status),
  },
  {
    id: `${name}.status.transition`,
    operations: [update],
    fields: ['status'],
    terminal: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'status may go from DRAFT to ACTIVE, PAUSED or DELETED_DRAFT, and between ACTIVE and PAUSED to ARCHIVED.',
    sent: ({ before, after }) => `${before?.status} to ${after.status}`,
    violated: ({ before, after }) =>
      before !== undefined && !isFinal(before.status) && !statusesAfter(before.status).includes(after.status),
  },
]

/** Creates a rule for each field that only a DRAFT may change; sending the stored value again is no change. */
export const lockRules = <Facts extends EntityChange>(
  { name, update }: Kind,
  fields: readonly (keyof Facts['after'] & string)[],
  origin: { readonly evidence: Evidence; readonly source: string },
): readonly ChangeRule<Facts>[] =>
  fields.map((field) => ({
    id: `${name}.locked.${field}`,
    operations: [update],
    fields: [field],
    locks: true,
    terminal: true,
    ...origin,
    code: 1,
    message: `${field} can be changed only while status is DRAFT.`,
    sent: ({ after }) => after[field as keyof Entity],
    violated: ({ before, after }) =>
      before !== undefined &&
      before.status !== 'DRAFT' &&
      !isFinal(before.status) &&
      before[field as keyof Entity] !== after[field as keyof Entity],
  }))

/** Rules of schedules: they end after they start, and a new entity does not end in the past. */
export const scheduleRules = ({ name, create, update }: Kind): readonly ChangeRule<ScheduledChange>[] => [
  {
    id: `${name}.schedule.end-after-start`,
    operations: [create, update],
    fields: ['end_time', 'start_time'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'end_time must be after start_time.',
    sent: ({ after }) => ({ start_time: after.start_time, end_time: after.end_time }),
    violated: ({ after: { start_time, end_time } }) =>
      start_time !== null && end_time !== null && end_time <= start_time,
  },
  {
    id: `${name}.schedule.end-in-future`,
    operations: [create, update],
    fields: ['end_time'],
    waitsForPublish: true,
    evidence: 'assumed',
    source: 'a decision of this project',
    code: 1,
    message: 'end_time must be after now when an entity is created or leaves DRAFT.',
    sent: ({ after, now }) => ({ end_time: after.end_time, now }),
    violated: ({ before, after: { end_time }, now }) =>
      (before === undefined || before.status === 'DRAFT') && end_time !== null && end_time <= now,
  },
]

const trackingUrlsPerEvent = 3
const trackingUrlLength = 2000

/** Rules of tracking URLs: at most three per event, each of at most 2,000 characters. */
export const trackingRules = ({ name, create, update }: Kind): readonly ChangeRule<EntityChange>[] => [
  {
    id: `${name}.tracking.three-urls`,
    operations: [create, update],
    fields: ['tracking_urls'],
    evidence: 'documented',
    source: 'S523 TrackingUrls',
    code: 1,
    message: 'tracking_urls takes at most 3 URLs for each event type.',
    sent: ({ after }) => urlLists(after).map((list) => list.length),
    violated: ({ after }) => urlLists(after).some((list) => list.length > trackingUrlsPerEvent),
  },
  {
    id: `${name}.tracking.url-length`,
    operations: [create, update],
    fields: ['tracking_urls'],
    evidence: 'documented',
    source: 'S523 TrackingUrls',
    code: 1,
    message: 'tracking_urls takes URLs of at most 2,000 characters.',
    sent: ({ after }) => Math.max(...urlLists(after).flatMap((list) => list.map((url) => url.length))),
    violated: ({ after }) => urlLists(after).some((list) => list.some((url) => url.length > trackingUrlLength)),
  },
]

const urlLists = ({ tracking_urls }: Entity): readonly (readonly string[])[] =>
  Object.values(tracking_urls ?? {}).filter((list) => list !== null && list !== undefined)
